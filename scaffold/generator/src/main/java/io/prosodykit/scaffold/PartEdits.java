package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import io.prosodykit.specification.SpecRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Changes to the parts of a module, for {@link ModuleUpdate#of}. Each is parsed from a
 * comma-separated list of parts, written as for a new module. A part is added, or replaces the one
 * with its name. A minus sign before a name removes that part. For example, {@code
 * greeter_kind:choice=soft|loud,-greeter_text} adds one option and removes another.
 *
 * <p>It is an error to remove a part that does not exist, which {@link ModuleSpecBuilder#build()}
 * reports. All methods throw {@link InvalidSpecException} with all problems if any part cannot be
 * parsed.
 *
 * @since 0.1.0
 */
public final class PartEdits {
  private PartEdits() {}

  /**
   * Changes options. An option without a description that replaces another keeps the description of
   * that one.
   *
   * @param text as {@link OptionSpec#parseAll} reads it, and names such as {@code -greeter_text}
   * @return the change
   */
  public static UnaryOperator<ModuleSpecBuilder> options(String text) {
    Kind<OptionSpec> kind =
        new Kind<>(
            "option",
            "options",
            module -> module.options,
            OptionSpec::name,
            (old, option) -> option.replacing(old));
    return kind.edit(OptionSyntax.parse(text, kind.reader(OptionSyntax::option)));
  }

  /**
   * Changes the other modules that the module uses.
   *
   * @param text as {@link DependencySpec#parseAll} reads it, and names such as {@code -disco}
   * @return the change
   */
  public static UnaryOperator<ModuleSpecBuilder> dependencies(String text) {
    return new Kind<>(
            "dependency", "dependencies", module -> module.dependencies, DependencySpec::module)
        .edit(text, PartSyntax::dependency);
  }

  /**
   * Changes the features that the module advertises.
   *
   * @param text XML namespaces separated by commas, each with a minus sign before it to remove it
   * @return the change
   */
  public static UnaryOperator<ModuleSpecBuilder> features(String text) {
    return new Kind<>("feature", "features", module -> module.features, Function.identity())
        .edit(text, Function.identity());
  }

  /**
   * Changes the permissions.
   *
   * @param text as {@link PermissionSpec#parseAll} reads it, and actions such as {@code -send}
   * @return the change
   */
  public static UnaryOperator<ModuleSpecBuilder> permissions(String text) {
    return new Kind<>(
            "permission", "permissions", module -> module.permissions, PermissionSpec::action)
        .edit(text, PartSyntax::permission);
  }

  /**
   * Changes the stores.
   *
   * @param text as {@link StoreSpec#parseAll} reads it, and names such as {@code -notes}
   * @return the change
   */
  public static UnaryOperator<ModuleSpecBuilder> stores(String text) {
    return new Kind<>("store", "stores", module -> module.stores, StoreSpec::name)
        .edit(text, PartSyntax::store);
  }

  /**
   * Changes the events that the module handles. A hook replaces all hooks for its event.
   *
   * @param text as {@link HookSpec#parseAll} reads it, and events such as {@code -message/bare} or
   *     {@code -server-stopping on server}
   * @return the change
   */
  public static UnaryOperator<ModuleSpecBuilder> hooks(String text) {
    return new Kind<HookSpec>(
            "hook",
            "hooks",
            module -> module.hooks,
            hook -> hook.event() + (hook.global() ? " on server" : ""))
        .edit(text, PartSyntax::hook);
  }

  /**
   * Changes the specifications that the module implements.
   *
   * @param text as {@link SpecRef#parse} reads each, separated by commas, and removals such as
   *     {@code -XEP-0199}
   * @return the change
   */
  public static UnaryOperator<ModuleSpecBuilder> specifications(String text) {
    Kind<SpecRef> kind =
        new Kind<>(
            "specification", "specifications", module -> module.specifications, SpecRef::toString);
    return kind.edit(
        PartSyntax.parseAll(
            kind.word(),
            kind.field(),
            text,
            item -> {
              boolean removes = item.startsWith("-");
              SpecRef specification = SpecRef.parse(removes ? item.substring(1).strip() : item);
              return new Edit<>(
                  specification.toString(),
                  removes ? Optional.empty() : Optional.of(specification));
            }));
  }

  /** A part to add or, without one, the name of the part to remove. */
  private record Edit<T>(String name, Optional<T> part) {}

  /**
   * A kind of part.
   *
   * @param word what one is called
   * @param field what all of them are called
   * @param parts the parts of a module
   * @param name the name that identifies a part in a module
   * @param renewal combines a replaced part with the one that replaces it
   */
  private record Kind<T>(
      String word,
      String field,
      Function<ModuleSpecBuilder, Collection<T>> parts,
      Function<T, String> name,
      BinaryOperator<T> renewal) {

    Kind(
        String word,
        String field,
        Function<ModuleSpecBuilder, Collection<T>> parts,
        Function<T, String> name) {
      this(word, field, parts, name, (old, part) -> part);
    }

    Function<String, Edit<T>> reader(Function<String, T> reader) {
      return text -> {
        if (text.startsWith("-")) {
          return new Edit<>(text.substring(1).strip(), Optional.empty());
        }
        T part = reader.apply(text);
        return new Edit<>(name.apply(part), Optional.of(part));
      };
    }

    UnaryOperator<ModuleSpecBuilder> edit(String text, Function<String, T> reader) {
      return edit(PartSyntax.parseAll(word, field, text, reader(reader)));
    }

    UnaryOperator<ModuleSpecBuilder> edit(ImmutableList<Edit<T>> edits) {
      return module -> {
        Map<String, List<T>> byName = byName(parts.apply(module));
        List<T> added = new ArrayList<>();
        for (Edit<T> edit : edits) {
          edit.part().ifPresent(added::add);
          if (edit.part().isEmpty() && byName.remove(edit.name()) == null) {
            module.failedEdits.add(new SpecProblem(field, missing(edit.name(), byName)));
          }
        }
        added.replaceAll(
            part -> {
              List<T> old = byName.get(name.apply(part));
              return old == null ? part : renewal.apply(old.get(0), part);
            });
        byName.putAll(byName(added));
        parts.apply(module).clear();
        byName.values().forEach(parts.apply(module)::addAll);
        return module;
      };
    }

    private Map<String, List<T>> byName(Collection<T> all) {
      Map<String, List<T>> byName = new LinkedHashMap<>();
      all.forEach(
          part -> byName.computeIfAbsent(name.apply(part), key -> new ArrayList<>()).add(part));
      return byName;
    }

    private String missing(String removed, Map<String, List<T>> byName) {
      return "there is no %s %s to remove: %s"
          .formatted(
              word,
              removed,
              byName.isEmpty()
                  ? "the module has none"
                  : "the module has " + String.join(", ", byName.keySet()));
    }
  }
}
