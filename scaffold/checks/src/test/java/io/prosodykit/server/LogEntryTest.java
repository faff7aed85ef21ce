package io.prosodykit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.server.LogEntry.Level;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lines as Prosody 0.11.9, 0.12.3 and 13.0.1 wrote them. */
final class LogEntryTest {
  private static final String OLD =
      """
      2026-11-23T05:55:11 startup             info\tHello and welcome to Prosody version 0.11.9
      2026-11-23T05:55:11 localhost:warns     warn\tcareful: a
      b
      2026-11-23T05:55:11 modulemanager       error\tError initializing module 'raises' on 'localhost': /m/mod_raises/mod_raises.lua:2: attempt to index upvalue 'x' (a nil value)
      stack traceback:
      \t/m/mod_raises/mod_raises.lua:2: in function 'f'
      \t[C]: in function 'xpcall'
      2026-11-23T05:55:15 mod_posix             warn\tReceived SIGTERM
      """;
  private static final String NEW =
      """
      Prosody was unable to find lua-unbound
      2026-11-23T05:55:19 mod_prosodykit_verify      info\tready
      2026-11-23T05:55:19 server_epoll              error\tError in timer: /m/mod_event/mod_event.lua:2: attempt to index a nil value (local 'z')
      \tstack traceback:
      \t(...tail calls...)
      2026-11-23T05:55:19 own logger          warn\tfrom own
      2026-11-23T05:55:23 fdwatchIO1cSEwiIF8m       debug\tClosing now
      """;

  @Test
  void readsTheLogOf011() {
    List<LogEntry> entries = LogEntry.parse(OLD);

    assertThat(entries)
        .extracting(LogEntry::source)
        .containsExactly("startup", "localhost:warns", "modulemanager", "mod_posix");
    assertThat(entries)
        .extracting(LogEntry::level)
        .containsExactly(Level.INFO, Level.WARN, Level.ERROR, Level.WARN);
    assertThat(entries.get(0).time()).isEqualTo("2026-11-23T05:55:11");
    assertThat(entries.get(1).message()).isEqualTo("careful: a\nb");
    assertThat(entries.get(2).message())
        .startsWith("Error initializing module 'raises'")
        .endsWith(
            "value)\nstack traceback:\n\t/m/mod_raises/mod_raises.lua:2: in function 'f'\n"
                + "\t[C]: in function 'xpcall'");
  }

  @Test
  void readsTheLogOf012And13() {
    List<LogEntry> entries = LogEntry.parse(NEW);

    assertThat(entries)
        .extracting(LogEntry::source)
        .containsExactly(
            "mod_prosodykit_verify", "server_epoll", "own logger", "fdwatchIO1cSEwiIF8m");
    assertThat(entries.get(1).message()).endsWith("\n\tstack traceback:\n\t(...tail calls...)");
    assertThat(entries).extracting(LogEntry::isComplaint).containsExactly(false, true, true, false);
    assertThat(entries.get(2)).hasToString("2026-11-23T05:55:19 own logger warn from own");
  }

  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void readsALongLineFast() {
    String begin = "2026-11-23T05:55:11 x";

    assertThat(LogEntry.parse(begin + " ".repeat(1_000_000))).isEmpty();
    assertThat(LogEntry.parse(begin + "\t".repeat(1_000_000))).isEmpty();
    assertThat(LogEntry.parse(begin + " y".repeat(500_000) + " warn\tz")).hasSize(1);
  }

  @Test
  void readsNothingOutOfNothing() {
    assertThat(LogEntry.parse("")).isEmpty();
    assertThat(LogEntry.parse("lua5.4: cannot open x\nlocalhost:x warn\tno time\n")).isEmpty();
  }
}
