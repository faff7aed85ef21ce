package io.prosodykit.moduletree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prosodykit.files.ParallelTasks;
import io.prosodykit.testing.BusyPool;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ParallelTasksTest {
  @Test
  void doesItselfWhatNoOtherThreadDoes() throws IOException {
    BusyPool.during(
        () -> {
          try (ParallelTasks tasks = new ParallelTasks()) {
            List<Future<Integer>> results = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
              int number = i;
              results.add(tasks.begin(() -> number));
            }
            tasks.finish();
            for (int i = 0; i < 100; i++) {
              assertThat(ParallelTasks.result(results.get(i))).isEqualTo(i);
            }
          }
        });
  }

  @Test
  void throwsWhatATaskThrows() {
    try (ParallelTasks tasks = new ParallelTasks()) {
      Future<?> missing =
          tasks.begin(
              () -> {
                throw new NoSuchFileException("x");
              });
      Future<?> wrong =
          tasks.begin(
              () -> {
                throw new IllegalArgumentException("y");
              });
      tasks.finish();

      assertThatThrownBy(() -> ParallelTasks.result(missing)).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> ParallelTasks.result(wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void doesNotBeginTasksAfterItsEnd() throws IOException {
    BusyPool.during(
        () -> {
          List<Future<?>> begun = new ArrayList<>();
          try (ParallelTasks tasks = new ParallelTasks()) {
            begun.add(tasks.begin(() -> 1));
          }
          assertThat(begun.get(0).isCancelled()).isTrue();
        });
  }

  @Test
  void stopsWaitingWhenInterrupted() throws IOException {
    BusyPool.during(
        () -> {
          try (ParallelTasks tasks = new ParallelTasks()) {
            Future<Integer> task = tasks.begin(() -> 1);
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> ParallelTasks.result(task))
                .isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
          }
        });
  }
}
