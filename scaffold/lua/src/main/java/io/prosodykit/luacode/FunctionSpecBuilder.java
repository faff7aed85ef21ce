package io.prosodykit.luacode;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds a function. What is added is its body.
 *
 * @see FunctionSpec
 * @since 0.1.0
 */
public final class FunctionSpecBuilder extends CodeBuilder<FunctionSpecBuilder> {
  private final FunctionHead head;
  private final List<String> parameters;
  private boolean variadic;
  private String documentation;

  FunctionSpecBuilder(FunctionHead head, LuaCode body) {
    super(body);
    this.head = head;
    this.parameters = new ArrayList<>(head.parameters());
    this.variadic = head.isVariadic();
    this.documentation = head.documentation();
  }

  @Override
  FunctionSpecBuilder self() {
    return this;
  }

  /**
   * {@return this builder with further parameters}
   *
   * @param names the parameters, in order
   * @throws IllegalArgumentException if a name is not an identifier, or there is such a parameter
   */
  public FunctionSpecBuilder addParameters(String... names) {
    for (String name : names) {
      if (parameters.contains(CodeFormat.checkedName(name))) {
        throw new IllegalArgumentException(
            "the function already has a parameter \"" + name + "\"; choose another name");
      }
      parameters.add(name);
    }
    return this;
  }

  /** {@return this builder of a function that takes any number of further arguments} */
  public FunctionSpecBuilder varargs() {
    variadic = true;
    return this;
  }

  /**
   * {@return this builder with a comment before the function}
   *
   * @param text what the function does; empty for no comment
   * @throws IllegalStateException if the function is anonymous
   */
  public FunctionSpecBuilder documentation(String text) {
    if (head.name() == null) {
      throw new IllegalStateException(
          "an anonymous function is an expression, which no comment precedes; use addComment for"
              + " one in its body");
    }
    documentation = text;
    return this;
  }

  /**
   * {@return the function}
   *
   * @throws IllegalStateException if a block of its body is still open
   */
  public FunctionSpec build() {
    return new FunctionSpec(
        new FunctionHead(
            head.begin(), head.name(), ImmutableList.copyOf(parameters), variadic, documentation),
        code());
  }
}
