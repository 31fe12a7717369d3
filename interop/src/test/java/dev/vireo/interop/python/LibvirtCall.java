package dev.vireo.interop.python;

import dev.vireo.Connect;
import dev.vireo.Domain;
import dev.vireo.DomainSnapshot;
import dev.vireo.LibvirtException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The same call twice.
 *
 * @param python as an expression of Python, with {@code conn} and {@code dom(name)}
 * @param java as a method of ours; null stands for nothing
 */
record LibvirtCall(String python, Function<Connect, @Nullable Object> java) {

  /** A call on a domain. */
  static LibvirtCall on(String domain, String python, Function<Domain, @Nullable Object> java) {
    return new LibvirtCall(
        "dom('" + domain + "')." + python,
        connect -> java.apply(connect.domainLookupByName(domain)));
  }

  /** A call that gives nothing, for which Python has 0. */
  static LibvirtCall run(String domain, String python, Consumer<Domain> java) {
    return on(
        domain,
        python,
        it -> {
          java.accept(it);
          return 0;
        });
  }

  /** What our call gives, in the form of the script. */
  String result(Connect connect) {
    try {
      return json(java.apply(connect));
    } catch (LibvirtException e) {
      Map<String, Object> error = new TreeMap<>();
      error.put("code", e.code().number());
      error.put("domain", e.domain().number());
      error.put("message", e.getMessage());
      return json(error);
    }
  }

  private static String json(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Boolean flag -> flag ? "1" : "0";
      case Number number -> number.toString();
      case int[] numbers -> json(Arrays.stream(numbers).boxed().toList());
      case Collection<?> all ->
          all.stream().map(LibvirtCall::json).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> map ->
          new TreeMap<>(map)
              .entrySet().stream()
                  .map(each -> json(each.getKey()) + ": " + json(each.getValue()))
                  .collect(Collectors.joining(", ", "{", "}"));
      case Domain domain -> json(domain.getName());
      case DomainSnapshot snapshot -> json(snapshot.getName());
      default -> quoted(value.toString());
    };
  }

  private static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t")
        + '"';
  }
}
