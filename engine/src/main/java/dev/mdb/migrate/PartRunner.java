package dev.mdb.migrate;

import dev.mdb.resource.Part;
import java.util.ArrayList;
import java.util.List;

/** Runs the parts of a block one after the other and knows which are done. */
interface PartRunner {
  void run(Part part);

  /** Runs all batches of an operation; it counts as one part. */
  void runBatches(Batches batches);

  /** Hashes of the parts that are done, in order. */
  List<String> done();

  /** Inside a transaction that takes everything back: nothing to note. */
  final class Plain implements PartRunner {
    private final List<String> done = new ArrayList<>();

    @Override
    public void run(Part part) {
      part.run();
      done.add(part.hash());
    }

    @Override
    public void runBatches(Batches batches) {
      for (var cursor = batches.start(); cursor.isPresent(); ) {
        cursor = batches.run(cursor.get());
        batches.told();
      }
      done.add(batches.hash());
    }

    @Override
    public List<String> done() {
      return List.copyOf(done);
    }
  }
}
