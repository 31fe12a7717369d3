package dev.vireo.simulator.internal.wire;

import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.internal.host.SimulatedHost;
import dev.vireo.simulator.internal.inventory.Product;
import dev.vireo.simulator.internal.session.Session;
import dev.vireo.simulator.internal.session.Sessions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Everything behind the host's address: counts the request, delays it, lets go wrong what shall go
 * wrong, and hands it to the method calls, the files or a document.
 */
public final class HostEndpoint implements RequestHandler {

  static final String COOKIE = "vmware_soap_session";

  private static final String VERSIONS = "/sdk/vimServiceVersions.xml";

  private final SimulatedHost host;
  private final Sessions sessions;
  private final SoapEndpoint soap;
  private final FolderEndpoint folder;
  private final Misbehaviour misbehaviour;
  private final Function<String, List<FaultEffect>> faults;
  private final Consumer<String> counter;

  /**
   * @param faults what goes wrong with a request of an operation
   * @param counter is told the operation of each request
   */
  public HostEndpoint(
      SimulatedHost host,
      Sessions sessions,
      Function<String, List<FaultEffect>> faults,
      Consumer<String> counter) {
    this.host = host;
    this.sessions = sessions;
    this.soap = new SoapEndpoint(host, sessions);
    this.folder = new FolderEndpoint(host, sessions);
    this.misbehaviour = new Misbehaviour(soap);
    this.faults = faults;
    this.counter = counter;
  }

  /** Clients would not send a secure cookie back over plain HTTP. */
  static String setCookie(Session session, boolean encrypted) {
    return COOKIE
        + "=\""
        + session.identity().cookie()
        + "\"; Path=/; HttpOnly"
        + (encrypted ? "; Secure" : "");
  }

  @Override
  public Admission admit(Inbound head, long length) {
    Admission admission = Admission.upTo(Admission.SMALL);
    if (isCall(head)) {
      admission = soap.admit(head, length);
    } else if (isUpload(head)) {
      admission = folder.admit(head, length);
    }
    if (admission instanceof Admission.Refused) {
      counter.accept(operation(head));
    }
    return admission;
  }

  @Override
  public Outbound handle(Inbound inbound) throws IOException, InterruptedException {
    Inbound request =
        isUpload(inbound) ? inbound : inbound.with(RequestBody.of(inbound.body().bytes()));
    SoapEndpoint.Decoded decoded = isCall(request) ? soap.decode(request) : null;
    String operation = decoded == null ? operation(request) : decoded.operation();
    counter.accept(operation);
    List<FaultEffect> effects = faults.apply(operation);
    delay(effects);
    if (effects.stream().anyMatch(FaultEffect.ExpireSessions.class::isInstance)) {
      sessions.endAll();
    }
    Outbound instead = misbehaviour.instead(operation, request, effects);
    if (instead != null) {
      return instead;
    }
    Outbound.Answer answer =
        decoded == null ? document(request) : soap.answer(request, decoded, effects);
    return misbehaviour.afterwards(operation, effects, answer);
  }

  private static boolean isCall(Inbound request) {
    return request.verb().equals("POST") && isSdk(request.path());
  }

  /** Whether the body is a file, which may be larger than the memory. */
  private static boolean isUpload(Inbound request) {
    return FolderEndpoint.serves(request.path()) && request.verb().equals("PUT");
  }

  private static boolean isSdk(String path) {
    return path.equals("/sdk") || path.equals("/sdk/") || path.equals("/sdk/vimService");
  }

  /** A name for the request that does not depend on which file it is about. */
  private static String operation(Inbound request) {
    String path = request.path();
    return request.verb() + " " + (FolderEndpoint.serves(path) ? "/folder" : path);
  }

  /** The time that the network takes, and what rules add to it. */
  private void delay(List<FaultEffect> effects) throws InterruptedException {
    Duration time = host.config().latency();
    for (FaultEffect effect : effects) {
      if (effect instanceof FaultEffect.Delay delay) {
        time = time.plus(delay.time());
      }
    }
    if (!time.isZero()) {
      Thread.sleep(time);
    }
  }

  private Outbound.Answer document(Inbound request) throws IOException {
    String path = request.path();
    if (FolderEndpoint.serves(path)) {
      return folder.answer(request);
    }
    Product product = host.product();
    boolean get = request.isReading();
    if (get && path.equals(VERSIONS) && product.versionsDocument()) {
      return Outbound.Answer.text(200, "text/xml; charset=utf-8", VersionsDocument.of(product));
    }
    if (get && path.equals("/")) {
      String text = product.name() + " " + product.version() + ", simulated by Vireo\n";
      return Outbound.Answer.text(200, "text/plain; charset=utf-8", text);
    }
    if (isSdk(path)) {
      return new Outbound.Answer(405, Map.of("Allow", "POST"), new byte[0]);
    }
    return Outbound.Answer.status(404);
  }
}
