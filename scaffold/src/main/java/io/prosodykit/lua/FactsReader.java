package io.prosodykit.lua;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the tree of a module once and gathers its facts.
 *
 * <p>Most programs read modules once in a fresh JVM, where each lambda costs a class: so there are
 * none on the way of every file.
 */
final class FactsReader {
  private final LuaChunk source;
  private final List<LuaNode> nodes = new ArrayList<>();
  private final ConstantReader constants;
  private final ModuleNames names;
  private final DeclarationReader declarations;
  private final CallReader calls;
  private final TextReader texts;

  FactsReader(LuaChunk source) {
    this.source = source;
    source.block().walk(nodes::add);
    this.constants = new ConstantReader(nodes);
    this.names = new ModuleNames(constants);
    this.declarations = new DeclarationReader(constants, names);
    this.calls = new CallReader(constants, names);
    this.texts = new TextReader(constants, names);
  }

  /** All nodes, in the order of {@link LuaNode#walk}. */
  List<LuaNode> nodes() {
    return nodes;
  }

  /** What is constant; complete after {@link #read()}. */
  ConstantReader constants() {
    return constants;
  }

  /** The names of the module and its functions; complete after {@link #read()}. */
  ModuleNames names() {
    return names;
  }

  ModuleFacts read() {
    for (LuaNode node : nodes) {
      NodeReader reader = reader(node);
      if (reader != null) {
        reader.read(node);
      }
    }
    return new ModuleFacts(
        calls.calls(),
        calls.libraries(),
        texts.namespaces(),
        CommentFacts.hints(source.comments()),
        CommentFacts.xeps(source),
        texts.hostTypes(),
        declarations.shared(),
        source.versions());
  }

  private @Nullable NodeReader reader(LuaNode node) {
    if (node instanceof Expression.Text || node instanceof Expression.Binary) {
      return texts;
    } else if (node instanceof Expression.MethodCall || node instanceof Expression.Call) {
      return calls;
    } else if (node instanceof Statement || node instanceof FunctionBody) {
      return declarations;
    }
    return null;
  }
}
