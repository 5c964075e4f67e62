package dev.mdb.dsl.model

import dev.mdb.error.Category
import dev.mdb.error.MdbException
import dev.mdb.error.Problem
import dev.mdb.project.ModelClasses
import java.lang.reflect.Field
import java.lang.reflect.Modifier

/**
 * What stands in models: Kotlin `object`s, also nested and companion ones, and values of the top level and of objects. What is private
 * is left out, and so is a class that is no object: nobody knows how to make one of it.
 */
internal class ModelObjects(private val classes: ModelClasses) {
    private val problems = LinkedHashSet<Problem>()
    private val types = classes.names().mapNotNull(::load).filter(::isVisible)

    /** Those of a type, by the names of their classes. */
    fun <T : Any> objects(type: Class<T>): List<T> =
        types.filter(type::isAssignableFrom).mapNotNull { found -> instance(found)?.let { value(it, type) } }

    /** Those of a type that properties hold. */
    fun <T : Any> values(type: Class<T>): List<T> =
        types.flatMap { holder -> fields(holder).filter { isProperty(it, type) } }.mapNotNull { value(it, type) }

    /** @throws MdbException with every model that failed so far */
    fun check() {
        if (problems.isNotEmpty()) throw MdbException(problems.toList())
    }

    private fun load(name: String): Class<*>? = attempt(name) { Class.forName(name, false, classes.loader()).also { it.declaredFields } }

    private fun isVisible(type: Class<*>) = generateSequence(type) { it.declaringClass }.all { Modifier.isPublic(it.modifiers) }

    /** The field that holds the object: its own, or that of the class whose companion it is. */
    private fun instance(type: Class<*>): Field? =
        listOfNotNull(type, type.declaringClass)
            .flatMap { it.declaredFields.asList() }
            .firstOrNull { Modifier.isStatic(it.modifiers) && Modifier.isPublic(it.modifiers) && it.type == type }

    private fun fields(holder: Class<*>) = holder.declaredFields.filter { Modifier.isStatic(it.modifiers) && !it.isSynthetic }

    private fun isProperty(field: Field, type: Class<*>): Boolean {
        if (!type.isAssignableFrom(field.type)) return false
        val getter = "get" + field.name.replaceFirstChar { it.uppercaseChar() }
        return Modifier.isPublic(field.modifiers) || field.declaringClass.methods.any { it.name == getter && it.parameterCount == 0 }
    }

    private fun <T : Any> value(field: Field, type: Class<T>): T? =
        attempt(field.declaringClass.name) {
            field.isAccessible = true
            type.cast(field.get(null))
        }

    private fun <T : Any> attempt(name: String, look: () -> T?): T? =
        try {
            look()
        } catch (e: LinkageError) {
            if (!isConsequence(e)) problems += if (e is ExceptionInInitializerError) failed(name, e) else unlinked(name, e)
            null
        }

    /** Java tells again of a class that has failed before. */
    private fun isConsequence(error: LinkageError) = problems.isNotEmpty() && error.cause is ExceptionInInitializerError

    private fun unlinked(name: String, error: LinkageError) =
        Problem
            .of(Category.GRAPH, "model-unlinked", "the model's class $name cannot be loaded: it needs ${error.message?.replace('/', '.')}")
            .help("add the jar that has it to classpath")

    private fun failed(name: String, error: LinkageError): Problem {
        val cause = generateSequence<Throwable>(error) { it.cause }.last()
        val place = classes.locate(cause)
        val what = listOfNotNull(cause.javaClass.simpleName, cause.message).joinToString(": ")
        val where = if (place.isPresent) "a model fails" else "the model $name fails"
        val problem = Problem.of(Category.GRAPH, "model-failed", "$where when it is loaded: $what").help(HELP)
        return place.map(problem::at).orElse(problem)
    }

    private companion object {
        const val HELP =
            "objects that use each other's columns are not complete when they are read: let one name the other's table and column as texts"
    }
}
