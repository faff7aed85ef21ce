package io.prosodykit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;

final class ComplaintsTest {
  private final Complaints complaints =
      new Complaints(ImmutableSet.of("localhost", "rooms.localhost", "a.example"));

  private void add(String details) {
    complaints.add(
        new Complaint(ImmutableSet.of("x"), "an error in the log", details, ImmutableList.of()));
  }

  @Test
  void reportsAProblemOfSeveralHostsOnce() {
    add("2026-11-23T05:55:11 modulemanager error Error in 'x' on 'localhost': oh");
    add("2026-11-23T05:55:12 modulemanager error Error in 'x' on 'rooms.localhost': oh");
    add("2026-11-23T05:55:12 rooms.localhost:x error other");

    assertThat(complaints.list())
        .extracting(Complaint::title)
        .containsExactly(
            "an error in the log, on localhost, rooms.localhost", "an error in the log");
    assertThat(complaints.list().get(0).details()).contains("on 'localhost'");
  }

  @Test
  void countsARepeatedProblem() {
    add("2026-11-23T05:55:11 localhost:x error oh");
    add("2026-11-23T05:55:12 localhost:x error oh");
    add("2026-11-23T05:55:12 a.example:x error oh");
    add("my.localhost is another host");
    add("a.example.net is another host");

    assertThat(complaints.list())
        .extracting(Complaint::title)
        .containsExactly(
            "an error in the log, on a.example, localhost, 3 times",
            "an error in the log",
            "an error in the log");
  }

  @Test
  void omitsTracebacks() {
    assertThat(
            BriefText.lines(
                """
                ...startup.lua:203: module 'a.b' not found:No LuaRocks module found for a.b
                	No LuaRocks module found for a.b
                	no field package.preload['a.b']
                	no file '/usr/share/lua/5.4/a/b.lua'
                stack traceback:
                	[C]: in function 'error'
                	...usr/lib/prosody/core/moduleapi.lua:167: in function 'depends'
                	(...tail calls...)
                	/x/mod_x.lua:1: in main chunk
                and then: no file of ours
                """))
        .containsExactly(
            "...startup.lua:203: module 'a.b' not found:", "and then: no file of ours");
  }

  @Test
  void omitsWhatNobodyReads() {
    assertThat(BriefText.lines("line\n".repeat(22)))
        .hasSize(21)
        .endsWith("line", "… and 2 more lines");
  }
}
