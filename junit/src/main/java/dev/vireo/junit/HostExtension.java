package dev.vireo.junit;

import dev.vireo.Connect;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.SimulatorServer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.AssertionFailedError;

/**
 * Starts a simulated host before each test and switches it off after it. Registered by {@link
 * WithHost}, or, for a host that an annotation cannot describe, as a field:
 *
 * <pre>{@code
 * @RegisterExtension
 * final HostExtension host =
 *     HostExtension.of(SimulatorConfig.esx80().toBuilder().latency(Duration.ofMillis(5)).build());
 * }</pre>
 *
 * <p>Test methods, and methods with {@code @BeforeEach} or {@code @AfterEach}, may have parameters
 * of these types:
 *
 * <ul>
 *   <li>{@link Simulator}: the host
 *   <li>{@link SimulatorServer}: where it is served; only with {@code https}
 *   <li>{@link Connect}: an open connection; each parameter is a connection of its own
 * </ul>
 *
 * <p>After the test these connections are closed, and the test fails when it left something else on
 * the host or in the process: property filters or views that were not destroyed, sessions that are
 * logged in, connections in this process that are not closed, or running threads of Vireo that the
 * test's thread, or a thread that it started, has caused. Tests may run in parallel.
 */
public final class HostExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

  private final @Nullable HostPlan plan;
  private final ExtensionContext.Namespace namespace;

  /** Called by JUnit for {@link WithHost}. */
  public HostExtension() {
    this(null);
  }

  private HostExtension(@Nullable HostPlan plan) {
    this.plan = plan;
    this.namespace = ExtensionContext.Namespace.create(HostExtension.class, this);
  }

  /** An extension for hosts of this configuration, which connections reach within the process. */
  public static HostExtension of(SimulatorConfig config) {
    return new HostExtension(new HostPlan(config, false, ""));
  }

  /**
   * An extension for ESX or GSX hosts of this configuration, which connections reach over TLS.
   *
   * @throws IllegalArgumentException for a vCenter, which needs a path: see {@link #overHttps(
   *     SimulatorConfig, String)}
   */
  public static HostExtension overHttps(SimulatorConfig config) {
    HostPlan plan = new HostPlan(config, true, "");
    if (plan.vCenter()) {
      throw new IllegalArgumentException(
          "Connections to a vCenter need the inventory path of one of its hosts.");
    }
    return new HostExtension(plan);
  }

  /**
   * An extension for vCenters of this configuration, which connections reach over TLS.
   *
   * @param path inventory path of the host that connections are about, such as {@code
   *     Datacenter/Cluster/esx1.example.com}
   */
  public static HostExtension overHttps(SimulatorConfig config, String path) {
    return new HostExtension(new HostPlan(config, true, path));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    context.getStore(namespace).put(TestHost.class, TestHost.start(plan(context)));
  }

  private HostPlan plan(ExtensionContext context) {
    if (plan != null) {
      return plan;
    }
    Optional<WithHost> atMethod =
        AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), WithHost.class);
    return HostPlan.of(
        atMethod
            .or(() ->
                AnnotationSupport.findAnnotation(
                    context.getRequiredTestClass(),
                    WithHost.class,
                    context.getEnclosingTestClasses()))
            .orElseThrow(() ->
                new ExtensionConfigurationException(
                    "This test has no @WithHost that says which host it is to get.")));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Simulator.class || type == SimulatorServer.class || type == Connect.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    TestHost host = host(context);
    if (host == null) {
      throw new ParameterResolutionException(
          "A simulated host lives for one test: take it as a parameter of the test or of a method"
              + " with @BeforeEach or @AfterEach.");
    }
    Class<?> type = parameter.getParameter().getType();
    if (type == Simulator.class) {
      return host.simulator();
    }
    return type == Connect.class ? host.connect() : host.server();
  }

  private @Nullable TestHost host(ExtensionContext context) {
    return context.getStore(namespace).get(TestHost.class, TestHost.class);
  }

  @Override
  public void afterEach(ExtensionContext context) throws InterruptedException {
    TestHost host = host(context);
    if (host == null) {
      return;
    }
    List<String> left = host.end();
    if (!left.isEmpty()) {
      throw new AssertionFailedError(
          "The test left something behind:\n- " + String.join("\n- ", left));
    }
  }
}
