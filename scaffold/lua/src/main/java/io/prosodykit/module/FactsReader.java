package io.prosodykit.module;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.LuaChunk;
import java.util.List;

/** Walks the tree of a module once and collects its facts. */
final class FactsReader {
  private final LuaChunk source;
  private final ConstantReader constants = new ConstantReader();
  private final ModuleNames names = new ModuleNames(constants);
  private final DeclarationReader declarations = new DeclarationReader(constants, names);
  private final CallReader calls = new CallReader(constants, names);
  private final TextReader texts = new TextReader(constants, names);

  FactsReader(LuaChunk source) {
    this.source = source;
  }

  /** The constants; complete for readers that come {@linkplain #read later}. */
  ConstantReader constants() {
    return constants;
  }

  /** The names of the module and its functions; complete for readers that come later. */
  ModuleNames names() {
    return names;
  }

  /** Collects the facts, and then passes nodes to the other readers that declare them. */
  ModuleFacts read(List<? extends NodeReader> later) {
    NodeDispatch facts = new NodeDispatch(ImmutableList.of(declarations, calls, texts));
    NodeDispatch others = new NodeDispatch(later);
    NodeGatherer nodes = new NodeGatherer(facts, others);
    // what is assigned anywhere must be known before anything is read
    source.block().walk(new NodeDispatch(ImmutableList.of(constants, nodes)));
    nodes.pass(facts);
    nodes.pass(others);
    return new ModuleFacts(
        calls.calls(),
        DependencyReader.read(calls.calls(), source.block()),
        calls.libraries(),
        texts.namespaces(),
        CommentFacts.hints(source.comments()),
        calls.fired(),
        CommentFacts.xeps(source),
        texts.hostTypes(),
        declarations.shared(),
        source.versions());
  }
}
