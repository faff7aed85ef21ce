package io.prosodykit.module;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.Expression;
import io.prosodykit.lua.LuaNode;
import io.prosodykit.lua.LuaPosition;
import java.util.List;
import java.util.Optional;

/** Gathers the calls of the module API, and the libraries that are loaded. */
final class CallReader implements NodeReader {
  private final ConstantReader constants;
  private final ModuleNames names;
  private final LibraryReader libraryReader;
  private final ImmutableList.Builder<ModuleCall> calls = ImmutableList.builder();
  private final ImmutableList.Builder<LibraryUse> libraries = ImmutableList.builder();

  CallReader(ConstantReader constants, ModuleNames names) {
    this.constants = constants;
    this.names = names;
    this.libraryReader = new LibraryReader(constants, names);
  }

  @Override
  public void read(LuaNode node) {
    if (node instanceof Expression.MethodCall call) {
      if (names.isModule(call.object())) {
        add(call.position(), call.method().value(), call.arguments());
      }
    } else if (node instanceof Expression.Call call) {
      readCall(call);
    }
  }

  private void readCall(Expression.Call call) {
    LibraryUse library = libraryReader.read(call);
    if (library != null) {
      libraries.add(library);
    }
    List<Expression> arguments = call.arguments();
    if (!arguments.isEmpty() && names.isModule(arguments.get(0))) {
      Optional<String> function = names.function(call.function());
      if (function.isPresent()) {
        add(call.position(), function.get(), arguments.subList(1, arguments.size()));
      }
    }
  }

  private void add(LuaPosition position, String function, List<Expression> arguments) {
    ImmutableList<LuaValue> values = constants.values(arguments);
    calls.add(new ModuleCall(position, function, values));
    if (function.equals("require") && !values.isEmpty()) {
      libraries.add(new LibraryUse(position, values.get(0), LibraryUse.Kind.OWN));
    }
  }

  ImmutableList<ModuleCall> calls() {
    return calls.build();
  }

  ImmutableList<LibraryUse> libraries() {
    return libraries.build();
  }
}
