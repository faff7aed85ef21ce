package io.prosodykit.module;

import io.prosodykit.lua.Block;
import io.prosodykit.lua.Expression;
import io.prosodykit.lua.FunctionBody;
import io.prosodykit.lua.LuaChunk;
import io.prosodykit.lua.LuaNode;
import io.prosodykit.lua.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the tree of a module once and gathers its facts.
 *
 * <p>Most programs read modules once in a fresh JVM, where each lambda costs a class: so there are
 * none on the way of every file.
 */
final class FactsReader {
  /** How many nodes most modules have at least. */
  private static final int MANY = 1024;

  private final LuaChunk source;
  private final List<LuaNode> nodes = new ArrayList<>(MANY);
  private final ConstantReader constants;
  private final ModuleNames names;
  private final DeclarationReader declarations;
  private final CallReader calls;
  private final TextReader texts;

  FactsReader(LuaChunk source) {
    this.source = source;
    this.constants = new ConstantReader();
    source.block().walk(new Gatherer(nodes, constants));
    this.names = new ModuleNames(constants);
    this.declarations = new DeclarationReader(constants, names);
    this.calls = new CallReader(constants, names);
    this.texts = new TextReader(constants, names);
  }

  /** Adds nodes to a list, without those that tell nothing by themselves. */
  private record Gatherer(List<LuaNode> nodes, ConstantReader constants)
      implements Consumer<LuaNode> {
    @Override
    public void accept(LuaNode node) {
      if (node instanceof Expression.Text
          || node instanceof Expression.Call
          || node instanceof Expression.MethodCall
          || node instanceof Block
          || node instanceof Expression.Binary
          || node instanceof Statement.Local
          || node instanceof FunctionBody
          || node instanceof Statement.If) {
        nodes.add(node);
      } else if (node instanceof Statement.Assignment assignment) {
        nodes.add(node);
        constants.addAssigned(assignment.targets());
      } else if (node instanceof Statement.Function function) {
        nodes.add(node);
        constants.addAssigned(function.target());
      }
    }
  }

  /** The nodes that tell something by themselves, in the order of {@link LuaNode#walk}. */
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
      read(node);
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

  private void read(LuaNode node) {
    NodeReader reader = reader(node);
    if (reader != null) {
      reader.read(node);
    }
  }

  private @Nullable NodeReader reader(LuaNode node) {
    if (node instanceof Expression.Text || node instanceof Expression.Binary) {
      return texts;
    } else if (node instanceof Expression.MethodCall || node instanceof Expression.Call) {
      return calls;
    } else if (node instanceof Statement.Local
        || node instanceof Statement.Function
        || node instanceof Statement.Assignment
        || node instanceof FunctionBody) {
      return declarations;
    }
    return null;
  }
}
