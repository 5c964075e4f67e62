package dev.mdb.schema;

import java.util.Optional;

/**
 * @param name empty where the engine names it, or has no name for it
 * @param expression without the brackets around it
 */
public record Check(Optional<String> name, String expression) {}
