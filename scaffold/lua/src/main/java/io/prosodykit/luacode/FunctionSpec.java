package io.prosodykit.luacode;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A function: one with a name is a statement, an anonymous one an expression.
 *
 * @since 0.1.0
 */
public final class FunctionSpec implements ComposedCode {
  private final FunctionHead head;
  private final LuaCode body;

  FunctionSpec(FunctionHead head, LuaCode body) {
    this.head = head;
    this.body = body;
  }

  /**
   * {@return a builder of a local function, {@code local function NAME()}}
   *
   * @param name its name
   * @throws IllegalArgumentException if the name is not an identifier
   */
  public static FunctionSpecBuilder local(String name) {
    return builder("local function ", CodeFormat.checkedName(name), name);
  }

  /**
   * {@return a builder of a function in a field of a table, {@code function TABLE.NAME()}}
   *
   * @param table the table, for example {@code module} or {@code provider.sessions}
   * @param name the field
   * @throws IllegalArgumentException if the name, or a part of the table's, is not an identifier
   */
  public static FunctionSpecBuilder field(String table, String name) {
    return member(table, '.', name);
  }

  /**
   * {@return a builder of a method, {@code function TABLE:NAME()}, which has the local variable
   * {@code self}}
   *
   * @param table the table, for example {@code driver} or {@code driver.archive}
   * @param name the method
   * @throws IllegalArgumentException if the name, or a part of the table's, is not an identifier
   */
  public static FunctionSpecBuilder method(String table, String name) {
    return member(table, ':', name);
  }

  private static FunctionSpecBuilder member(String table, char separator, String name) {
    for (String part : table.split("\\.", -1)) {
      String unused = CodeFormat.checkedName(part);
    }
    return builder("function ", table + separator + CodeFormat.checkedName(name), name);
  }

  /** {@return a builder of an anonymous function, {@code function ()}} */
  public static FunctionSpecBuilder anonymous() {
    return builder("function ", "", null);
  }

  private static FunctionSpecBuilder builder(String begin, String path, @Nullable String name) {
    return new FunctionSpecBuilder(
        new FunctionHead(begin + path, name, ImmutableList.of(), false, ""), LuaCode.empty());
  }

  /** {@return a builder that begins with this function} */
  public FunctionSpecBuilder toBuilder() {
    return new FunctionSpecBuilder(head, body);
  }

  /** {@return its name without that of its table; empty if it is anonymous} */
  @Override
  public Optional<String> name() {
    return Optional.ofNullable(head.name());
  }

  /** {@return its parameters, without {@code self} and {@code ...}} */
  public ImmutableList<String> parameters() {
    return head.parameters();
  }

  /** {@return whether it takes any number of further arguments} */
  public boolean isVariadic() {
    return head.isVariadic();
  }

  /** {@return what it does, in words; empty if that is not documented} */
  public String documentation() {
    return head.documentation();
  }

  /** {@return what is between its head and its {@code end}} */
  public LuaCode body() {
    return body;
  }

  /** {@return the function: a statement with a line end, or an expression without} */
  @Override
  public LuaCode toCode() {
    LuaCodeBuilder code = LuaCode.builder();
    if (!head.documentation().isEmpty()) {
      code.addComment(head.documentation());
    }
    if (head.name() == null && body.isEmpty()) {
      return code.add(head + " end").build();
    }
    code.beginControlFlow(head.toString()).add(body);
    return (head.name() == null ? code.endExpression("end") : code.endControlFlow()).build();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FunctionSpec function
        && head.equals(function.head)
        && body.equals(function.body);
  }

  @Override
  public int hashCode() {
    return 31 * head.hashCode() + body.hashCode();
  }

  /** Writes the function, with the variables of libraries, but without requiring them. */
  @Override
  public String toString() {
    return toCode().toString();
  }
}
