package io.prosodykit.files;

import com.google.common.base.Throwables;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * Tasks, such as the reading of files, that other processors begin as soon as they are known. The
 * thread that adds them does those that no other thread has begun, so that it never waits for a
 * busy pool.
 */
public final class ParallelTasks implements AutoCloseable {
  private final List<FutureTask<?>> tasks = new ArrayList<>();

  /** Begins without tasks. */
  public ParallelTasks() {}

  /**
   * Adds a task, which may be done at any time from now on.
   *
   * @param <T> the type of its result
   * @param task the task
   * @return its result
   */
  public <T> Future<T> begin(Callable<T> task) {
    FutureTask<T> begun = new FutureTask<>(task);
    tasks.add(begun);
    ForkJoinPool.commonPool().execute(begun);
    return begun;
  }

  /** Does the tasks that no other thread has begun. Some others may still be running afterwards. */
  public void finish() {
    for (FutureTask<?> task : tasks) {
      // does nothing if another thread is doing it, or has done it
      task.run();
    }
  }

  /**
   * Waits for a result.
   *
   * @param <T> its type
   * @param task the task
   * @return the result
   * @throws InterruptedIOException if the thread is interrupted
   * @throws IOException if the task threw it
   */
  public static <T> T result(Future<T> task) throws IOException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNull(e.getCause());
      Throwables.throwIfInstanceOf(cause, IOException.class);
      Throwables.throwIfUnchecked(cause);
      throw new IllegalStateException(cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while files were read");
    }
  }

  /** Cancels the tasks that no thread has begun. */
  @Override
  public void close() {
    for (FutureTask<?> task : tasks) {
      task.cancel(false);
    }
  }
}
