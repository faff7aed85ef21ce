package io.prosodykit.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.lua.Expression;
import io.prosodykit.lua.LuaChunk;
import io.prosodykit.lua.LuaNode;
import io.prosodykit.lua.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which nodes reach which reader. */
class NodeDispatchTest {
  /** A source with every kind of node. */
  private static final String ALL =
      """
      local a <const>, b = 1, nil
      local function f(...) return ... end
      function g() goto done ::done:: end
      a.b, c[true] = "x", { 1, k = 2 }
      do f() end
      if not a then b:m() end
      while (a and b) do break end
      repeat until false
      for i = 1, 2 do end
      for k in pairs(t) do end
      local x = function () end
      return
      """;

  /** Records the nodes that it sees. */
  private record Recorder(ImmutableSet<Class<? extends LuaNode>> kinds, List<LuaNode> seen)
      implements NodeReader {
    static Recorder of(Class<? extends LuaNode> kind) {
      return new Recorder(ImmutableSet.of(kind), new ArrayList<>());
    }

    @Override
    public void read(LuaNode node) {
      seen.add(node);
    }
  }

  static List<Class<? extends LuaNode>> kinds() {
    List<Class<? extends LuaNode>> kinds = new ArrayList<>();
    addRecords(LuaNode.class, kinds);
    return kinds;
  }

  private static LuaChunk source(Class<?> kind) {
    boolean broken = kind == Expression.Broken.class || kind == Statement.Broken.class;
    return LuaChunk.parse(broken ? "if then end\nlocal =\n" : ALL);
  }

  private static void addRecords(Class<?> type, List<Class<? extends LuaNode>> kinds) {
    if (type.isRecord()) {
      kinds.add(type.asSubclass(LuaNode.class));
      return;
    }
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      addRecords(permitted, kinds);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void passesEachKindThatIsDeclared(Class<? extends LuaNode> kind) {
    Recorder recorder = Recorder.of(kind);

    source(kind).block().walk(new NodeDispatch(List.of(recorder)));

    assertThat(recorder.seen()).isNotEmpty().hasOnlyElementsOfType(kind);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void passesEachKindToReadersOfAModule(Class<? extends LuaNode> kind) {
    Recorder recorder = Recorder.of(kind);

    new FactsReader(source(kind)).read(List.of(recorder));

    assertThat(recorder.seen()).isNotEmpty().hasOnlyElementsOfType(kind);
  }

  @Test
  void passesANodeToAllItsReadersInTheirOrder() {
    List<LuaNode> seen = new ArrayList<>();
    Recorder one = new Recorder(ImmutableSet.of(Statement.Break.class), seen);
    Recorder other =
        new Recorder(ImmutableSet.of(Statement.Break.class, Statement.While.class), seen);

    LuaChunk.parse("while true do break end").block().walk(new NodeDispatch(List.of(one, other)));

    assertThat(seen)
        .extracting(node -> node.getClass().getSimpleName())
        .containsExactly("While", "Break", "Break");
  }

  @Test
  void refusesATypeThatNoNodeHasByItself() {
    Recorder recorder = Recorder.of(Statement.class);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NodeDispatch(List.of(recorder)))
        .withMessage(
            "Recorder declares Statement, which is the type of several kinds of nodes: name each"
                + " record that it reads");
  }
}
