package io.prosodykit.server;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The complaints of a run, each only once: a module has the same problem on every host that enables
 * it.
 */
final class Complaints {
  private static final Pattern TIME =
      Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d ");

  private final Pattern host;

  /** How often and where a problem occurred, by its complaint without times and hosts. */
  private final Map<Complaint, Fault> faults = new LinkedHashMap<>();

  /**
   * Makes an empty collection.
   *
   * @param hosts the hosts of the server
   */
  Complaints(ImmutableSet<String> hosts) {
    // if one host ends with the name of another, the longer one is meant
    String any =
        String.join(
            "|",
            hosts.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .toList());
    this.host = Pattern.compile("(?<![\\w.-])(" + any + ")(?![\\w-]|\\.\\w)");
  }

  private static final class Fault {
    private final Complaint first;
    private final Set<String> hosts = new TreeSet<>();
    private int count;

    private Fault(Complaint first) {
      this.first = first;
    }

    private Complaint complaint() {
      StringBuilder title = new StringBuilder(first.title());
      if (hosts.size() > 1) {
        title.append(", on ").append(String.join(", ", hosts));
      }
      if (count > Math.max(1, hosts.size())) {
        title.append(", ").append(count).append(" times");
      }
      return new Complaint(first.modules(), title.toString(), first.details(), first.places());
    }
  }

  void add(Complaint complaint) {
    String text = TIME.matcher(complaint.details()).replaceFirst("");
    Complaint key =
        new Complaint(
            complaint.modules(),
            complaint.title(),
            host.matcher(text).replaceAll("*"),
            complaint.places());
    Fault fault = faults.computeIfAbsent(key, any -> new Fault(complaint));
    fault.count++;
    Matcher named = host.matcher(text);
    while (named.find()) {
      fault.hosts.add(named.group());
    }
  }

  /** {@return the complaints in the order in which they first happened} */
  ImmutableList<Complaint> list() {
    return faults.values().stream().map(Fault::complaint).collect(ImmutableList.toImmutableList());
  }
}
