package dev.mdb.resource.redis;

import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.CommandOutput;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Collects any reply of the protocol's second version as it comes. */
final class ReplyOutput extends CommandOutput<byte[], byte[], Object> {
  private final Deque<Open> open = new ArrayDeque<>();

  /** A list that waits for elements until it has so many. */
  private record Open(List<Object> elements, int size) {
    boolean full() {
      return elements.size() == size;
    }
  }

  ReplyOutput() {
    super(ByteArrayCodec.INSTANCE, null);
  }

  @Override
  public void set(ByteBuffer bytes) {
    add(bytes == null ? null : codec.decodeValue(bytes));
  }

  @Override
  public void setSingle(ByteBuffer bytes) {
    add(StandardCharsets.UTF_8.decode(bytes).toString());
  }

  @Override
  public void set(long integer) {
    add(integer);
  }

  /** A negative count is a list that is nil. */
  @Override
  public void multi(int count) {
    var list = count < 0 ? null : new ArrayList<Object>(count);
    add(list);
    if (count > 0) open.push(new Open(list, count));
  }

  private void add(Object value) {
    if (open.isEmpty()) output = value;
    else open.peek().elements().add(value);
    while (!open.isEmpty() && open.peek().full()) open.pop();
  }
}
