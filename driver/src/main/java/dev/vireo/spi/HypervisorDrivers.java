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
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.ServiceLoader;

/** The drivers of this process. */
public final class HypervisorDrivers {

  /** The drivers, looked for one after the other: to look through all libraries takes its time. */
  private static final class Found implements Iterator<HypervisorDriver> {
    private static final List<HypervisorDriver> SO_FAR = new ArrayList<>();
    private static final Iterator<HypervisorDriver> REST =
        ServiceLoader.load(HypervisorDriver.class, HypervisorDrivers.class.getClassLoader())
            .iterator();

    private int next;

    @Override
    public boolean hasNext() {
      synchronized (SO_FAR) {
        if (next == SO_FAR.size() && REST.hasNext()) {
          SO_FAR.add(REST.next());
        }
        return next < SO_FAR.size();
      }
    }

    @Override
    public HypervisorDriver next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      synchronized (SO_FAR) {
        return SO_FAR.get(next++);
      }
    }
  }

  private HypervisorDrivers() {}

  /** All drivers, in the order in which they are asked. */
  public static List<HypervisorDriver> all() {
    List<HypervisorDriver> drivers = new ArrayList<>();
    inTurn().forEach(drivers::add);
    return List.copyOf(drivers);
  }

  private static Iterable<HypervisorDriver> inTurn() {
    return Found::new;
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
    for (HypervisorDriver driver : inTurn()) {
      if (driver.schemes().contains(scheme)) {
        return Optional.of(driver);
      }
    }
    return Optional.empty();
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
    for (HypervisorDriver driver : inTurn()) {
      if (driver.owns(uri)) {
        return driver;
      }
    }
    throw notOpened(uri);
  }

  private static LibvirtException notOpened(ConnectUri uri) {
    String text = uri.toString();
    Optional<HypervisorDriver> ofScheme = having(uri.scheme());
    if (uri.transport() != null && ofScheme.isPresent()) {
      return LibvirtException.builder(
              ErrorCode.INVALID_ARG,
              "Transport '" + uri.transport() + "' in URI scheme is not supported")
          .domain(ErrorDomain.URI)
          .hints(ofScheme.get().advice(text).stream().toList())
          .build();
    }
    return LibvirtException.builder(ErrorCode.NO_CONNECT, text)
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
