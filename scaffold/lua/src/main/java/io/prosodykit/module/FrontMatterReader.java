package io.prosodykit.module;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads front matter event by event without building a document, so that neither deeply nested
 * lists nor aliases of aliases cost memory or stack.
 */
final class FrontMatterReader {
  /** How YAML writes that a key has no value. */
  private static final ImmutableSet<String> NOTHING =
      ImmutableSet.of("", "~", "null", "Null", "NULL");

  private final Iterator<Event> events;

  /** What aliases stand for. */
  private final Map<Anchor, NodeEvent> named = new HashMap<>();

  private ImmutableList<String> labels = ImmutableList.of();
  private Optional<String> summary = Optional.empty();
  private int depth;

  /** Something that YAML allows and front matter does not. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Optional<Mark> mark;

    Refused(Event event, String problem) {
      super(problem);
      this.mark = event.getStartMark();
    }

    Optional<Mark> mark() {
      return mark;
    }

    /** What is wrong, to follow the words "the front matter". */
    String problem() {
      return String.valueOf(getMessage());
    }
  }

  FrontMatterReader(String yaml) {
    LoadSettings settings = LoadSettings.builder().build();
    this.events = new ParserImpl(settings, new StreamReader(settings, yaml));
  }

  /** Reads all of it, to its end. */
  void read() throws Refused {
    while (events.hasNext()) {
      Event event = next();
      if (event instanceof MappingStartEvent && depth == 1) {
        readFields();
      }
    }
  }

  ImmutableList<String> labels() {
    return labels;
  }

  /** What the module does, on one line. */
  Optional<String> summary() {
    return summary;
  }

  private void readFields() throws Refused {
    for (Event key = next(); !(key instanceof MappingEndEvent); key = next()) {
      String name = key instanceof ScalarEvent scalar ? scalar.getValue() : "";
      skip(key);
      Event value = next();
      switch (name) {
        case "summary" ->
            summary =
                text(value, "summary")
                    .map(text -> text.strip().replaceAll("\\s+", " "))
                    .filter(text -> !text.isEmpty());
        case "labels" -> labels = labels(value);
        default -> skip(value);
      }
    }
  }

  private ImmutableList<String> labels(Event value) throws Refused {
    ImmutableList.Builder<String> all = ImmutableList.builder();
    if (value instanceof SequenceStartEvent) {
      for (Event item = next(); !(item instanceof SequenceEndEvent); item = next()) {
        text(item, "label").ifPresent(all::add);
      }
    } else {
      text(value, "list of labels").ifPresent(all::add);
    }
    return all.build();
  }

  /** A plain value; empty if it is null. */
  private Optional<String> text(Event event, String what) throws Refused {
    Event meant = event instanceof AliasEvent alias ? named.get(alias.getAlias()) : event;
    if (meant instanceof ScalarEvent scalar) {
      boolean isNothing = scalar.isPlain() && NOTHING.contains(scalar.getValue());
      return isNothing ? Optional.empty() : Optional.of(scalar.getValue());
    }
    throw new Refused(event, "has a " + what + " that is not plain text");
  }

  /** Skips the contents of a list or a mapping that has just begun. */
  private void skip(Event first) throws Refused {
    if (first instanceof CollectionStartEvent) {
      int outside = depth - 1;
      while (depth > outside) {
        next();
      }
    }
  }

  private Event next() throws Refused {
    Event event = events.next();
    if (event instanceof AliasEvent alias) {
      if (!named.containsKey(alias.getAlias())) {
        throw new Refused(event, "uses the alias *" + alias.getAlias() + ", which is not defined");
      }
    } else if (event instanceof NodeEvent node) {
      node.getAnchor().ifPresent(anchor -> named.put(anchor, node));
    }
    if (event instanceof CollectionStartEvent) {
      depth++;
      if (depth > FrontMatter.DEEPEST) {
        throw new Refused(event, "is nested more than " + FrontMatter.DEEPEST + " levels deep");
      }
    } else if (event instanceof CollectionEndEvent) {
      depth--;
    }
    return event;
  }
}
