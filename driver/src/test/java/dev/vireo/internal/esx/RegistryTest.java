package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.ConnectOptions;
import dev.vireo.internal.esx.connect.EsxDriver;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.Simulator;
import dev.vireo.spi.HypervisorConnection;
import dev.vireo.spi.TableFunctions;
import dev.vireo.uri.ConnectUri;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whatever the ESX driver implements stands in {@link HostOperation}, and is tested there. */
class RegistryTest {

  @Test
  void everyFunctionOfTheDriverHasAnOperation() throws ReflectiveOperationException {
    Set<String> known = new TreeSet<>();
    for (HostOperation operation : HostOperation.all()) {
      known.addAll(operation.functions());
    }

    List<String> implemented = implemented();

    assertThat(implemented).hasSizeGreaterThan(25);
    assertThat(known).containsAll(implemented);
  }

  private static List<String> implemented() throws ReflectiveOperationException {
    List<String> functions = new ArrayList<>();
    try (Simulator host = Simulator.start(ServedHost.empty(Preset.ESX80).build())) {
      TestHosts.register("registry", host);
      try (HypervisorConnection connection =
          new EsxDriver()
              .open(ConnectUri.parse("test:///registry"), null, ConnectOptions.defaults())) {
        for (Method give : HypervisorConnection.class.getMethods()) {
          if (give.getReturnType().getName().endsWith("Table")) {
            Object table = give.invoke(connection);
            for (Method method : give.getReturnType().getMethods()) {
              if (overrides(table, method)) {
                functions.add(TableFunctions.of(give, method));
              }
            }
          }
        }
      } finally {
        TestHosts.forget("registry");
      }
    }
    return functions;
  }

  private static boolean overrides(Object table, Method method) throws NoSuchMethodException {
    return !table
        .getClass()
        .getMethod(method.getName(), method.getParameterTypes())
        .getDeclaringClass()
        .isInterface();
  }
}
