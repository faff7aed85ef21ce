package io.prosodykit.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class ProcessWatchdogTest {
  private final ProcessMark mark = ProcessMark.put(new HashMap<>());

  private List<ProcessHandle> guards() {
    return ProcessHandle.current()
        .children()
        .filter(
            child -> List.of(child.info().arguments().orElse(new String[0])).contains(mark.text()))
        .toList();
  }

  @Test
  void isRestartedWhenItIsKilled() throws Exception {
    try (ProcessWatchdog guard = ProcessWatchdog.over(mark, List.of())) {
      ProcessHandle first = guards().get(0);
      first.destroyForcibly();
      first.onExit().get();

      guard.renew();

      assertThat(guards()).hasSize(1).doesNotContain(first);
    }
  }

  @Test
  void isNotRestartedAfterItIsClosed() throws Exception {
    ProcessWatchdog guard = ProcessWatchdog.over(mark, List.of());
    assertThat(guards()).hasSize(1);

    guard.close();
    guard.renew();

    assertThat(guards()).isEmpty();
  }
}
