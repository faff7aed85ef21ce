package io.prosodykit.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import io.prosodykit.text.EnumNames;
import io.prosodykit.text.NearestNames;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A layer of the XMPP stack, by which the guide sorts modules and their configuration files.
 *
 * <p>In JSON and in folder names it is its {@link #id()}. Titles, summaries and concerns are the
 * guide's.
 *
 * @since 0.1.0
 */
public enum Layer {
  /** Listeners, ports, TLS, connections. */
  TRANSPORT("01-transport"),
  /** Authentication, encryption and session management. */
  STREAM("02-stream"),
  /** Routing, filtering and validation of stanzas. */
  STANZA("03-stanza"),
  /** The XMPP features themselves. */
  PROTOCOL("04-protocol"),
  /** Messaging, presence and group chat. */
  SERVICES("05-services"),
  /** Storage backends, archives, caches. */
  STORAGE("06-storage"),
  /** HTTP, WebSocket and BOSH. */
  INTERFACES("07-interfaces"),
  /** Connections to other systems. */
  INTEGRATION("08-integration");

  private final String id;

  Layer(String id) {
    this.id = id;
  }

  /**
   * Reads a layer by its id, its name or its number, in any case: {@code 02-stream}, {@code
   * Stream}, {@code 02} or {@code 2}.
   *
   * @param text the text, without surrounding space
   * @return the layer
   * @throws IllegalArgumentException for any other text; the message names the layers
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Layer parse(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    for (Layer layer : values()) {
      if (wanted.equals(layer.id)
          || wanted.equals(layer.id.substring(0, 2))
          || wanted.equals(layer.id.substring(1, 2))
          || wanted.equals(layer.id.substring(3))) {
        return layer;
      }
    }
    throw new IllegalArgumentException(EnumNames.unknown("layer", text, ids(), nearest(text)));
  }

  /**
   * The ids that are similar to a text; if there are none, the similar names without their numbers.
   */
  private static ImmutableList<String> nearest(String text) {
    ImmutableList<String> near = NearestNames.of(text, ids());
    return near.isEmpty()
        ? NearestNames.of(text, ids().stream().map(id -> id.substring(3)).toList())
        : near;
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(Layer::id).toList();
  }

  /** {@return the name of the layer in data and in folder names, for example {@code 02-stream}} */
  @JsonValue
  public String id() {
    return id;
  }

  /** {@return the name of the layer in the guide, for example {@code Stream}} */
  public String title() {
    return facts().title();
  }

  /**
   * {@return what the layer is about, in a few words, for example {@code Authentication and session
   * management}}
   */
  public String summary() {
    return facts().summary();
  }

  /** {@return the three concerns of the layer, in the guide's order} */
  public ImmutableList<Concern> concerns() {
    return facts().concerns();
  }

  /** {@return where Prosody documents what belongs to this layer, at least one address} */
  public ImmutableList<URI> documentation() {
    return facts().documentation();
  }

  private ReferenceGuide.LayerFacts facts() {
    return ReferenceGuide.reference().layer(this);
  }

  /** Prints the id. */
  @Override
  public String toString() {
    return id;
  }

  /**
   * One of the things that a layer takes care of.
   *
   * @param name for example {@code Session Management}
   * @param detail for example {@code Stream Management (XEP-0198)}
   */
  public record Concern(String name, String detail) {}
}
