package io.prosodykit.module;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.lua.Expression;
import io.prosodykit.lua.LuaNode;
import io.prosodykit.lua.LuaRange;
import java.util.List;
import java.util.Optional;

/** Collects the calls of the module API, and the libraries that are loaded. */
final class CallReader extends KindReader {
  private static final ImmutableSet<Class<? extends LuaNode>> KINDS =
      ImmutableSet.of(Expression.MethodCall.class, Expression.Call.class);

  private final ConstantReader constants;
  private final ModuleNames names;
  private final LibraryReader libraryReader;
  private final ImmutableList.Builder<ModuleCall> calls = ImmutableList.builder();
  private final ImmutableList.Builder<LuaValue> fired = ImmutableList.builder();
  private final ImmutableList.Builder<LibraryUse> libraries = ImmutableList.builder();

  CallReader(ConstantReader constants, ModuleNames names) {
    super(KINDS);
    this.constants = constants;
    this.names = names;
    this.libraryReader = new LibraryReader(constants, names);
  }

  @Override
  public void read(LuaNode node) {
    if (node instanceof Expression.MethodCall call) {
      if (names.isModule(call.object())) {
        LuaRange range = new LuaRange(call.position(), call.end());
        add(range, call.method().value(), call.arguments());
      }
      if (ModuleNames.isFire(call.method().value())) {
        addFired(call.arguments(), 0);
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
    boolean ofModule = !arguments.isEmpty() && names.isModule(arguments.get(0));
    if (names.isFire(call.function())) {
      addFired(arguments, ofModule ? 1 : 0);
    }
    if (ofModule) {
      Optional<String> function = names.function(call.function());
      if (function.isPresent()) {
        LuaRange range = new LuaRange(call.position(), call.end());
        add(range, function.get(), arguments.subList(1, arguments.size()));
      }
    }
  }

  private void add(LuaRange range, String function, List<Expression> arguments) {
    ImmutableList<LuaValue> values =
        function.equals("provides")
            ? arguments.stream().map(constants::item).collect(ImmutableList.toImmutableList())
            : constants.values(arguments);
    calls.add(new ModuleCall(range, function, values));
    if (function.equals("require") && !values.isEmpty()) {
      libraries.add(new LibraryUse(range, values.get(0), LibraryUse.Kind.OWN));
    }
  }

  private void addFired(List<Expression> arguments, int event) {
    if (arguments.size() > event) {
      fired.add(constants.value(arguments.get(event)));
    }
  }

  ImmutableList<LuaValue> fired() {
    return fired.build();
  }

  ImmutableList<ModuleCall> calls() {
    return calls.build();
  }

  ImmutableList<LibraryUse> libraries() {
    return libraries.build();
  }
}
