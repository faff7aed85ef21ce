package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.module.EventHook;
import io.prosodykit.module.LuaValue;
import io.prosodykit.module.ModuleCall;
import io.prosodykit.module.ModuleCode;
import io.prosodykit.module.ModuleFacts;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds queries that a module answers without advertising them in service discovery. */
final class NamespaceCheck implements Check {
  /** How the events of queries begin, before the namespace and the element's name. */
  private static final ImmutableList<String> QUERIES =
      ImmutableList.of("iq/", "iq-get/", "iq-set/");

  private static final ImmutableList<String> ADDRESSES =
      ImmutableList.of("host/", "bare/", "self/");

  /** The index of the priority among the arguments of {@code module:hook}. */
  private static final int PRIORITY = 2;

  private final ServerFacts facts;

  NamespaceCheck(ServerFacts facts) {
    this.facts = facts;
  }

  @Override
  public ImmutableSet<LintRule> rules() {
    return ImmutableSet.of(LintRule.NAMESPACE_UNADVERTISED);
  }

  @Override
  public void check(LintedModule module, Findings findings) {
    NavigableSet<String> features = new TreeSet<>();
    for (ModuleCode code : module.code().values()) {
      if (answersDiscovery(code.facts()) || !addFeatures(code.facts(), features)) {
        return;
      }
    }
    Set<String> reported = new HashSet<>();
    for (Map.Entry<Path, ModuleCode> entry : module.code().entrySet()) {
      Path file = entry.getKey();
      ModuleCode code = entry.getValue();
      for (ModuleCall hook : code.facts().callsOf("hook")) {
        Optional<String> namespace = namespace(hook);
        if (namespace.isPresent()
            && !isAdvertised(namespace.get(), features)
            && reported.add(namespace.get())) {
          findings.add(
              LintRule.NAMESPACE_UNADVERTISED,
              file,
              hook.range(),
              Findings.ANY,
              "no client can discover that this module answers "
                  + EnglishList.brief(namespace.get()),
              "add module:add_feature(\"" + EnglishList.brief(namespace.get()) + "\")");
        }
      }
    }
  }

  /** Adds the features, and returns whether all of them are known. */
  private static boolean addFeatures(ModuleFacts facts, Set<String> features) {
    for (LuaValue feature : facts.features()) {
      if (feature.text().isEmpty()) {
        return false;
      }
      features.add(feature.text().get());
    }
    // items and extensions may also be features
    for (var call : facts.callsOf("add_item")) {
      if (call.argument(0).text().orElse("feature").equals("feature")) {
        if (call.argument(1).text().isEmpty()) {
          return false;
        }
        features.add(call.argument(1).text().get());
      }
    }
    return facts.callsOf("add_extension").isEmpty();
  }

  /** {@return whether it writes features into an answer, as for accounts and rooms} */
  private static boolean answersDiscovery(ModuleFacts facts) {
    for (EventHook hook : facts.hooks()) {
      String event = hook.event().text().orElse("");
      if (event.contains("disco-info") || event.contains("disco#info")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the namespace that a handler is for, unless it runs before another module's handler.
   */
  private static Optional<String> namespace(ModuleCall hook) {
    boolean before =
        hook.argument(PRIORITY) instanceof LuaValue.Num priority && priority.value() > 0;
    return before ? Optional.empty() : namespace(hook.argument(0).text().orElse(""));
  }

  /** {@return the namespace in {@code iq-get/host/NAMESPACE:ELEMENT}} */
  private static Optional<String> namespace(String event) {
    int query = prefix(event, 0, QUERIES);
    int address = query == 0 ? 0 : prefix(event, query, ADDRESSES);
    int colon = event.lastIndexOf(':');
    boolean named =
        address > 0
            && colon > query + address
            && colon + 1 < event.length()
            && event.indexOf('/', colon) < 0;
    return named ? Optional.of(event.substring(query + address, colon)) : Optional.empty();
  }

  /** {@return the length of the prefix that a text has at an offset; 0 if it has none of them} */
  private static int prefix(String text, int at, ImmutableList<String> prefixes) {
    for (String prefix : prefixes) {
      if (text.startsWith(prefix, at)) {
        return prefix.length();
      }
    }
    return 0;
  }

  private boolean isAdvertised(String namespace, NavigableSet<String> features) {
    // a name that begins with it sorts right after it
    String feature = features.ceiling(namespace);
    return (feature != null && feature.startsWith(namespace))
        || facts.grantedNamespaces().containsKey(namespace);
  }
}
