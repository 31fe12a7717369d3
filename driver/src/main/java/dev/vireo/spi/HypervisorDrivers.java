package dev.vireo.spi;

import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.LibvirtException;
import dev.vireo.model.NearestName;
import dev.vireo.uri.ConnectUri;
import dev.vireo.uri.UriParameter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The drivers of this process. */
public final class HypervisorDrivers {

  /** The drivers, looked for one after the other: to look through all libraries takes its time. */
  private static final class Found {
    private static final List<HypervisorDriver> SO_FAR = new ArrayList<>();
    private static final Iterator<HypervisorDriver> REST =
        ServiceLoader.load(HypervisorDriver.class, HypervisorDrivers.class.getClassLoader())
            .iterator();

    /** The driver of a number, from 0; null when there are not so many. */
    static synchronized @Nullable HypervisorDriver number(int index) {
      while (SO_FAR.size() <= index && REST.hasNext()) {
        SO_FAR.add(REST.next());
      }
      return index < SO_FAR.size() ? SO_FAR.get(index) : null;
    }
  }

  private HypervisorDrivers() {}

  /** All drivers, in the order in which they are asked. */
  public static List<HypervisorDriver> all() {
    List<HypervisorDriver> drivers = new ArrayList<>();
    HypervisorDriver next = Found.number(0);
    while (next != null) {
      drivers.add(next);
      next = Found.number(drivers.size());
    }
    return List.copyOf(drivers);
  }

  /** The parameters that URIs may have, of all drivers. */
  public static List<UriParameter> uriParameters() {
    return all().stream().flatMap(driver -> driver.uriParameters().stream()).toList();
  }

  /** Whether a driver has a scheme, given in lower case. */
  public static boolean know(String scheme) {
    return having(scheme).isPresent();
  }

  private static Optional<HypervisorDriver> having(String scheme) {
    return all().stream().filter(driver -> driver.schemes().contains(scheme)).findFirst();
  }

  /**
   * Reads a URI.
   *
   * @throws LibvirtException when it is none; with the drivers' advice
   */
  public static ConnectUri parse(String text) {
    try {
      return ConnectUri.parse(text);
    } catch (LibvirtException e) {
      if (!e.hints().isEmpty() || e.code() == ErrorCode.INVALID_ARG) {
        throw e;
      }
      Optional<String> advice =
          e.code() == ErrorCode.NO_CONNECT ? Optional.of(instead(text)) : advice(text);
      throw e.withHints(advice.stream().toList());
    }
  }

  /**
   * The driver that opens a URI.
   *
   * @throws LibvirtException {@link ErrorCode#NO_CONNECT} when no driver knows its scheme, {@link
   *     ErrorCode#INVALID_ARG} when none knows the transport behind it
   */
  public static HypervisorDriver of(ConnectUri uri) {
    HypervisorDriver next = Found.number(0);
    for (int number = 1; next != null; number++) {
      if (next.owns(uri)) {
        return next;
      }
      next = Found.number(number);
    }
    String text = uri.toString();
    if (uri.transport() != null && know(uri.scheme())) {
      throw LibvirtException.builder(
              ErrorCode.INVALID_ARG,
              "Transport '" + uri.transport() + "' in URI scheme is not supported")
          .domain(ErrorDomain.URI)
          .hints(having(uri.scheme()).flatMap(driver -> driver.advice(text)).stream().toList())
          .build();
    }
    throw LibvirtException.builder(ErrorCode.NO_CONNECT, text)
        .domain(ErrorDomain.URI)
        .hint(instead(text))
        .build();
  }

  private static Optional<String> advice(String text) {
    return all().stream().flatMap(driver -> driver.advice(text).stream()).findFirst();
  }

  /** What to write instead of a text without a scheme, or with one that nobody knows. */
  private static String instead(String text) {
    return advice(text).or(() -> nearestScheme(text)).orElseGet(HypervisorDrivers::known);
  }

  private static Optional<String> nearestScheme(String text) {
    int colon = text.indexOf("://");
    List<String> schemes = all().stream().flatMap(driver -> driver.schemes().stream()).toList();
    Optional<NearestName> meant =
        colon < 0 ? Optional.empty() : NearestName.of(text.substring(0, colon), schemes);
    return meant.map(scheme -> "did you mean " + scheme.name() + "://?");
  }

  private static String known() {
    List<String> forms = all().stream().flatMap(driver -> driver.uriForms().stream()).toList();
    int last = forms.size() - 1;
    return switch (last) {
      case -1 -> "no driver is among the libraries";
      case 0 -> "Vireo knows " + forms.get(0);
      default ->
          "Vireo knows " + String.join(", ", forms.subList(0, last)) + " and " + forms.get(last);
    };
  }
}
