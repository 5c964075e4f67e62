package dev.mdb.resource;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Percent-encoding of UTF-8 as RFC 3986 has it: unlike in a form, a plus sign is a plus sign. A
 * percent sign without two hexadecimal digits stands for itself.
 */
public final class PercentCode {
  private static final int RADIX = 16;

  private PercentCode() {}

  public static String decode(String text) {
    var bytes = new ByteArrayOutputStream();
    var encoded = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < encoded.length; i++) {
      int value = encoded[i] == '%' ? hex(encoded, i + 1) : -1;
      bytes.write(value < 0 ? encoded[i] : value);
      if (value >= 0) i += 2;
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int hex(byte[] text, int at) {
    if (at + 1 >= text.length) return -1;
    int high = Character.digit(text[at], RADIX);
    int low = Character.digit(text[at + 1], RADIX);
    return high < 0 || low < 0 ? -1 : high * RADIX + low;
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
