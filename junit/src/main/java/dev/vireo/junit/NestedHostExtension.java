package dev.vireo.junit;

import dev.vireo.Connect;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
import org.opentest4j.TestAbortedException;

/**
 * Gives tests a nested ESXi host, or what stands in for it. Registered by {@link WithNestedHost}.
 *
 * <p>Test methods, and methods with {@code @BeforeEach} or {@code @AfterEach}, may have parameters
 * of these types:
 *
 * <ul>
 *   <li>{@link Connect}: an open connection; each parameter is a connection of its own, closed
 *       after the test
 *   <li>{@link NestedHostReport}: which host it is, and why
 * </ul>
 *
 * <p>Which host it is goes to JUnit's report as {@code vireo.nested-host}, and to the system log. A
 * test that got a simulated host fails for what it leaves behind, as with {@link WithHost}; a
 * nested host cannot be asked for that.
 */
public final class NestedHostExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

  private static final Logger LOG = System.getLogger(NestedHostExtension.class.getName());
  private static final String REPORT = "vireo.nested-host";
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(NestedHostExtension.class);

  private final NestedLab lab;
  private final @Nullable NestedHostPlan plan;

  /** Called by JUnit for {@link WithNestedHost}. */
  public NestedHostExtension() {
    this(NestedLab.system(), null);
  }

  NestedHostExtension(NestedLab lab, @Nullable NestedHostPlan plan) {
    this.lab = lab;
    this.plan = plan;
  }

  /**
   * The host of one test.
   *
   * @param report which it is
   * @param ready the nested one; null when it is simulated
   * @param standIn the simulated one; null when it is nested
   * @param connections what was opened to the nested one
   */
  private record Host(
      NestedHostReport report,
      NestedOutcome.@Nullable Ready ready,
      @Nullable TestHost standIn,
      List<Connect> connections) {

    Connect connect() {
      if (standIn != null) {
        return standIn.connect();
      }
      if (ready == null) {
        throw new IllegalStateException("a host is either nested or simulated");
      }
      Connect connection = ready.connect();
      connections.add(connection);
      return connection;
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    NestedHostPlan wanted = plan(context);
    NestedOutcome outcome =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .computeIfAbsent(wanted, lab::start, NestedOutcome.class);
    Host host =
        switch (outcome) {
          case NestedOutcome.Ready ready ->
              new Host(
                  new NestedHostReport(true, ready.identity().title(), ""),
                  ready,
                  null,
                  new CopyOnWriteArrayList<>());
          case NestedOutcome.Missing missing -> fallback(wanted, missing.reason());
        };
    LOG.log(Level.INFO, "{0}: {1}", context.getDisplayName(), host.report().text());
    context.publishReportEntry(REPORT, host.report().text());
    context.getStore(NAMESPACE).put(Host.class, host);
  }

  private static Host fallback(NestedHostPlan wanted, String reason) {
    String text = "there is no nested host %s: %s".formatted(wanted.name(), reason);
    return switch (wanted.fallback()) {
      case SIMULATOR -> {
        HostPlan standIn = wanted.standIn();
        NestedHostReport report =
            new NestedHostReport(false, "preset " + standIn.config().preset().label(), text);
        yield new Host(report, null, TestHost.start(standIn), List.of());
      }
      case SKIP -> throw new TestAbortedException(text);
      case FAIL -> throw new AssertionFailedError(text);
    };
  }

  private NestedHostPlan plan(ExtensionContext context) {
    if (plan != null) {
      return plan;
    }
    WithNestedHost wanted =
        AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), WithNestedHost.class)
            .or(() ->
                AnnotationSupport.findAnnotation(
                    context.getRequiredTestClass(),
                    WithNestedHost.class,
                    context.getEnclosingTestClasses()))
            .orElseThrow(() ->
                new ExtensionConfigurationException(
                    "This test has no @WithNestedHost that says which host it is to get."));
    return NestedHostPlan.of(wanted);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Connect.class || type == NestedHostReport.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Host host = host(context);
    if (host == null) {
      throw new ParameterResolutionException(
          "The host of a test is there while it runs: take it as a parameter of the test or of a"
              + " method with @BeforeEach or @AfterEach.");
    }
    return parameter.getParameter().getType() == Connect.class ? host.connect() : host.report();
  }

  private static @Nullable Host host(ExtensionContext context) {
    return context.getStore(NAMESPACE).get(Host.class, Host.class);
  }

  @Override
  public void afterEach(ExtensionContext context) throws InterruptedException {
    Host host = host(context);
    if (host == null) {
      return;
    }
    host.connections().forEach(Connect::close);
    List<String> left = host.standIn() == null ? List.of() : host.standIn().end();
    if (!left.isEmpty()) {
      throw new AssertionFailedError(
          "The test left something behind:\n- " + String.join("\n- ", left));
    }
  }
}
