package io.prosodykit.testing;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;

/** Keeps all threads of the common pool busy. */
public final class BusyPool {
  private BusyPool() {}

  /** What is done meanwhile. */
  public interface Action {
    /** Does it. */
    void run() throws IOException;
  }

  /** Runs an action while no thread of the pool is free. */
  public static void during(Action action) throws IOException {
    int threads = ForkJoinPool.getCommonPoolParallelism();
    CountDownLatch busy = new CountDownLatch(threads);
    CountDownLatch end = new CountDownLatch(1);
    for (int i = 0; i < threads; i++) {
      ForkJoinPool.commonPool()
          .execute(
              () -> {
                busy.countDown();
                Uninterruptibles.awaitUninterruptibly(end);
              });
    }
    Uninterruptibles.awaitUninterruptibly(busy);
    try {
      action.run();
    } finally {
      end.countDown();
    }
  }
}
