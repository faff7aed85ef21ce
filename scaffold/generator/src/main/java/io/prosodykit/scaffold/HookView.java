package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.facts.ServerEvent;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.lua.LuaText;
import io.prosodykit.scaffold.template.Fragment;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names that templates may use for one hook. */
final class HookView {
  /** The end of the event of an element: its namespace, and its name after the last colon. */
  private static final Pattern ELEMENT =
      Pattern.compile("[^/]*/(?:(?:bare|full|host|self)/)?(?<xmlns>.*):(?<name>[A-Za-z_][\\w.-]*)");

  private static final Pattern IQ = Pattern.compile("iq-(?<type>get|set|result|error)/.*");

  private final HookSpec hook;
  private final ServerEvent event;

  /** The kind of its stanza; empty if there is none. */
  private final String stanzaKind;

  HookView(HookSpec hook) {
    this.hook = hook;
    this.event = ServerFacts.reference().events().event(hook.event());
    this.stanzaKind = event.stanza().orElse("");
  }

  Map<String, Object> names() {
    ServerEvent.Kind kind = event.kind();
    boolean brings = kind == ServerEvent.Kind.STANZA || kind == ServerEvent.Kind.EVENT;
    ImmutableMap.Builder<String, Object> names = ImmutableMap.builder();
    names.put("event", hook.event());
    names.put("eventShown", new Fragment("`" + hook.event().replace("`", "'") + "`"));
    names.put("eventFields", new Fragment(eventFields()));
    names.put("eventFormat", new Fragment(eventFormat(brings)));
    names.put("eventShows", new Fragment(brings ? EventField.shown(event) : "tostring(event)"));
    names.put("hasNoArgument", kind == ServerEvent.Kind.NOTHING);
    names.put("hasFields", brings);
    names.put(
        "hasStanza",
        event.fields().stream().anyMatch(field -> sample(field).startsWith("stanzas.")));
    names.put("isUnknown", kind == ServerEvent.Kind.UNKNOWN);
    names.put("handles", new Fragment(LuaText.quote("handles " + hook.event())));
    names.put("forbids", new Fragment(LuaText.quote("requires a permission for " + hook.event())));
    names.put("logged", new Fragment(LuaText.quote("Event " + hook.event())));
    names.put("fields", event.fields().stream().map(this::field).toList());
    names.put("hookFunction", new Fragment(hook.global() ? "hook_global" : "hook"));
    names.put("eventHost", new Fragment(hook.global() ? "\"*\"" : "module.host"));
    names.put("hasPriority", hook.priority() != 0);
    names.put("priority", new Fragment(Integer.toString(hook.priority())));
    names.put("permitted", hook.permission().map(this::permitted).orElse(List.of()));
    return names.buildOrThrow();
  }

  /** {@return the fields of the event for the documentation; empty if there are none} */
  private String eventFields() {
    return event.fields().stream()
        .map(field -> "`" + field + "`")
        .collect(Collectors.joining(", "));
  }

  /** {@return the message for the log, as a format string of Lua} */
  private String eventFormat(boolean brings) {
    String format = "Event " + hook.event().replace("%", "%%");
    return LuaText.quote(
        brings || event.kind() == ServerEvent.Kind.UNKNOWN ? format + ": %s" : format);
  }

  private Map<String, Object> field(String name) {
    return Map.of("field", new Fragment(name), "sample", new Fragment(sample(name)));
  }

  private Map<String, Object> strangersField(String name) {
    String sample =
        switch (name) {
          case "stanza" -> stanza("session.full_jid", "type", 6);
          case "origin" -> "session";
          default -> sample(name);
        };
    return Map.of("field", new Fragment(name), "sample", new Fragment(sample));
  }

  private String sample(String field) {
    return field.equals("stanza")
        ? stanza("\"juliet@localhost/balcony\"", LuaText.quote(types().get(0)), 5)
        : EventField.of(field).sample();
  }

  private List<Map<String, Object>> permitted(String action) {
    String types = types().stream().map(LuaText::quote).collect(Collectors.joining(", "));
    String condition =
        types().size() == 1
            ? ""
            : stanzaKind.equals("iq")
                ? "event.stanza.attr.type == \"get\" or event.stanza.attr.type == \"set\""
                : "event.stanza.attr.type ~= \"error\"";
    return List.of(
        Map.of(
            "may",
            new Fragment("may_" + action.replace('-', '_')),
            "hasCondition",
            !condition.isEmpty(),
            "condition",
            new Fragment(condition),
            "why",
            new Fragment(
                stanzaKind.equals("iq")
                    ? "other types expect no answer"
                    : "an error must not cause another"),
            "stanzaTypes",
            new Fragment(types),
            "strangersFields",
            event.fields().stream().map(this::strangersField).toList()));
  }

  /** {@return types of the event's stanzas, of which the first can be answered} */
  private ImmutableList<String> types() {
    Matcher iq = IQ.matcher(hook.event());
    if (iq.matches()) {
      return ImmutableList.of(iq.group("type"));
    }
    return switch (stanzaKind) {
      case "iq" ->
          ELEMENT.matcher(hook.event()).matches()
              ? ImmutableList.of("get")
              : ImmutableList.of("get", "error");
      case "presence" -> ImmutableList.of("subscribe", "error");
      default -> ImmutableList.of("chat", "error");
    };
  }

  /**
   * Returns a stanza that the event may carry, in Lua; further lines are indented by this number of
   * tabs.
   */
  private String stanza(String from, String type, int tabs) {
    Matcher element = ELEMENT.matcher(hook.event());
    boolean hasElement = element.matches();
    if (stanzaKind.equals("element")) {
      return hasElement
          ? "stanzas.stanza(%s, { xmlns = %s })"
              .formatted(
                  LuaText.quote(element.group("name")), LuaText.quote(element.group("xmlns")))
          : "stanzas.stanza(\"element\")";
    }
    boolean iq = stanzaKind.equals("iq");
    String stanza =
        "stanzas.%s({ %sfrom = %s, to = \"localhost\", type = %s })"
            .formatted(stanzaKind, iq ? "id = \"1\", " : "", from, type);
    return iq && hasElement
        ? "%s\n%s:tag(%s, { xmlns = %s }):up()"
            .formatted(
                stanza,
                "\t".repeat(tabs),
                LuaText.quote(element.group("name")),
                LuaText.quote(element.group("xmlns")))
        : stanza;
  }
}
