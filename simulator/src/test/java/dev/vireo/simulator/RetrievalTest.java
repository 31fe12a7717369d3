package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.CancelRetrievePropertiesEx;
import dev.vireo.vim.methods.ContinueRetrievePropertiesEx;
import dev.vireo.vim.methods.Fetch;
import dev.vireo.vim.methods.RetrieveProperties;
import dev.vireo.vim.methods.RetrievePropertiesEx;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.property.PropertyFilter;
import dev.vireo.vim.types.DynamicProperty;
import dev.vireo.vim.types.InvalidProperty;
import dev.vireo.vim.types.ManagedObjectNotFound;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.NoPermission;
import dev.vireo.vim.types.ObjectContent;
import dev.vireo.vim.types.ObjectSpec;
import dev.vireo.vim.types.PropertyFilterSpec;
import dev.vireo.vim.types.PropertySpec;
import dev.vireo.vim.types.RetrieveOptions;
import dev.vireo.vim.types.RetrieveResult;
import dev.vireo.vim.types.SelectionSpec;
import dev.vireo.vim.types.TraversalSpec;
import dev.vireo.vim.types.VirtualMachinePowerState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetrievalTest extends HostTestBase {

  private Simulator host;
  private VimClient client;
  private ManagedObjectReference web;

  @BeforeEach
  void logIn() {
    host = start();
    client = logIn(host);
    web = host.vms().get("web-1").ref();
  }

  private List<ObjectContent> retrieve(PropertyFilterSpec spec) {
    return client.call(new RetrieveProperties(collector(client), List.of(spec)));
  }

  private @Nullable RetrieveResult page(PropertyFilterSpec spec, @Nullable Integer max) {
    return client.callOptional(
        new RetrievePropertiesEx(collector(client), List.of(spec), new RetrieveOptions(max)));
  }

  private static List<String> names(List<ObjectContent> objects) {
    return objects.stream().map(object -> (String) object.propSet().getFirst().val()).toList();
  }

  @Test
  void aTraversalFindsAllMachines() {
    List<ObjectContent> found = retrieve(machines(client, "name"));

    assertThat(names(found))
        .containsExactly("web-1", "db-1", "build agent", "mail archive", "Büro%2fTest 100%25");
    assertThat(found).extracting(ObjectContent::obj).doesNotHaveDuplicates();
  }

  @Test
  void aTraversalMaySkipItsTargetsAndTheStart() {
    ManagedObjectReference root = client.serviceContent().rootFolder();
    TraversalSpec deeper = new TraversalSpec("deeper", "Datacenter", "vmFolder", null, List.of());
    TraversalSpec first =
        new TraversalSpec(
            "first", "Folder", "childEntity", true, List.of(new SelectionSpec.Plain("deeper")));
    PropertyFilterSpec spec =
        new PropertyFilterSpec(
            List.of(new PropertySpec("ManagedEntity", null, List.of("name"))),
            List.of(new ObjectSpec(root, true, List.of(first, deeper))),
            null);

    // The datacenter is skipped by the first traversal and not selected by the other.
    assertThat(names(retrieve(spec))).containsExactly("vm");
  }

  @Test
  void aReferenceToAnUnknownTraversalIsRefused() {
    PropertyFilterSpec spec =
        new PropertyFilterSpec(
            List.of(new PropertySpec("Folder", null, List.of("name"))),
            List.of(
                new ObjectSpec(
                    client.serviceContent().rootFolder(),
                    null,
                    List.of(new SelectionSpec.Plain("nosuch")))),
            null);

    assertThat(faultOf(() -> retrieve(spec))).isEqualTo("InvalidArgument");
  }

  @Test
  void pathsLeadIntoDataObjects() {
    ObjectProperties vm =
        client
            .propertyCollector()
            .retrieve(web, "runtime.powerState", "config.hardware.memoryMB", "summary.config");

    assertThat(vm.get("runtime.powerState", VirtualMachinePowerState.class))
        .isEqualTo(VirtualMachinePowerState.POWERED_ON);
    assertThat(vm.get("config.hardware.memoryMB", Integer.class)).isEqualTo(4096);
  }

  @Test
  void allPropertiesCanBeAskedForAtOnce() {
    PropertyFilterSpec spec =
        new PropertyFilterSpec(
            List.of(new PropertySpec("VirtualMachine", true, List.of())),
            List.of(new ObjectSpec(web, null, List.of())),
            null);

    assertThat(retrieve(spec).getFirst().propSet())
        .extracting(DynamicProperty::name)
        .contains("name", "config", "runtime", "guest", "summary")
        .doesNotContain("snapshot");
  }

  @Test
  void anUnsetPropertyIsLeftOutWithoutComplaint() {
    ObjectContent vm = retrieve(object(web, "name", "snapshot")).getFirst();

    assertThat(vm.propSet()).extracting(DynamicProperty::name).containsExactly("name");
    assertThat(vm.missingSet()).isEmpty();
  }

  @Test
  void aPropertyThatDoesNotExistFailsTheCall() {
    assertThat(failureOf(() -> retrieve(object(web, "nosuch"))).fault())
        .isInstanceOfSatisfying(
            InvalidProperty.class, fault -> assertThat(fault.name()).isEqualTo("nosuch"));
    assertThat(faultOf(() -> retrieve(object(web, "config.nosuch")))).isEqualTo("InvalidProperty");
    assertThat(faultOf(() -> client.call(new Fetch(web, "nosuch")))).isEqualTo("InvalidProperty");
  }

  @Test
  void anObjectThatDoesNotExistFailsTheCall() {
    ManagedObjectReference gone = new ManagedObjectReference("VirtualMachine", "99");

    assertThat(failureOf(() -> retrieve(object(gone, "name"))).fault())
        .isInstanceOfSatisfying(
            ManagedObjectNotFound.class, fault -> assertThat(fault.obj()).isEqualTo(gone));
  }

  @Test
  void anObjectThatMayBeMissingIsLeftOut() {
    PropertyFilterSpec spec =
        new PropertyFilterSpec(
            List.of(new PropertySpec("VirtualMachine", null, List.of("name"))),
            List.of(
                new ObjectSpec(new ManagedObjectReference("VirtualMachine", "99"), null, List.of()),
                new ObjectSpec(web, null, List.of())),
            true);

    assertThat(names(retrieve(spec))).containsExactly("web-1");
  }

  @Test
  void aDeniedPropertyIsReportedAsMissing() {
    host.vms().get("web-1").deny("config");

    ObjectContent vm = retrieve(object(web, "name", "config.uuid")).getFirst();

    assertThat(vm.propSet()).extracting(DynamicProperty::name).containsExactly("name");
    assertThat(vm.missingSet())
        .singleElement()
        .satisfies(missing -> {
          assertThat(missing.path()).isEqualTo("config.uuid");
          assertThat(missing.fault().fault())
              .isInstanceOfSatisfying(
                  NoPermission.class,
                  fault -> {
                    assertThat(fault.object()).isEqualTo(web);
                    assertThat(fault.privilegeId()).isEqualTo("System.Read");
                  });
        });
  }

  @Test
  void fetchingADeniedPropertyFails() {
    host.vms().get("web-1").deny("config");

    assertThat(faultOf(() -> client.call(new Fetch(web, "config")))).isEqualTo("NoPermission");
    assertThat(client.call(new Fetch(web, "name"))).isEqualTo("web-1");
  }

  @Test
  void aLargeAnswerComesInPages() {
    List<String> seen = new ArrayList<>();

    RetrieveResult page = Objects.requireNonNull(page(machines(client, "name"), 2));
    seen.addAll(names(page.objects()));
    assertThat(page.objects()).hasSize(2);
    while (page.token() != null) {
      page = client.call(new ContinueRetrievePropertiesEx(collector(client), page.token()));
      assertThat(page.objects()).hasSizeLessThanOrEqualTo(2);
      seen.addAll(names(page.objects()));
    }

    assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    assertThat(host.requests().count("ContinueRetrievePropertiesEx")).isEqualTo(2);
  }

  @Test
  void theHostMayMakeSmallerPagesThanAskedFor() {
    Simulator strict = start(SimulatorConfig.esx80().toBuilder().maxObjectsPerPage(2).build());
    VimClient other = logIn(strict);

    assertThat(other.propertyCollector().retrieve(machines(other, "name"))).hasSize(5);
    assertThat(strict.requests().count("ContinueRetrievePropertiesEx")).isEqualTo(2);
  }

  @Test
  void aPageIsHandedOutOnce() {
    String token = Objects.requireNonNull(page(machines(client, "name"), 2)).token();
    client.call(new ContinueRetrievePropertiesEx(collector(client), Objects.requireNonNull(token)));

    assertThat(
            faultOf(() -> client.call(new ContinueRetrievePropertiesEx(collector(client), token))))
        .isEqualTo("InvalidArgument");
    assertThat(
            faultOf(
                () -> client.call(new ContinueRetrievePropertiesEx(collector(client), "nosuch"))))
        .isEqualTo("InvalidArgument");
  }

  @Test
  void aCancelledRetrievalHasNoFurtherPages() {
    String token =
        Objects.requireNonNull(Objects.requireNonNull(page(machines(client, "name"), 2)).token());

    client.run(new CancelRetrievePropertiesEx(collector(client), token));

    assertThat(
            faultOf(() -> client.call(new ContinueRetrievePropertiesEx(collector(client), token))))
        .isEqualTo("InvalidArgument");
  }

  @Test
  void anotherClientCannotContinue() {
    String token =
        Objects.requireNonNull(Objects.requireNonNull(page(machines(client, "name"), 2)).token());
    VimClient other = logIn(host);

    assertThat(faultOf(() -> other.call(new ContinueRetrievePropertiesEx(collector(other), token))))
        .isEqualTo("InvalidArgument");
  }

  @Test
  void aPageOfNothingIsRefused() {
    assertThat(faultOf(() -> page(machines(client, "name"), 0))).isEqualTo("InvalidArgument");
  }

  @Test
  void anEmptyResultIsNoResult() {
    PropertyFilterSpec nothing =
        new PropertyFilter().select("HostSystem", "name").from(web).build();

    assertThat(page(nothing, null)).isNull();
    assertThat(retrieve(nothing)).isEmpty();
  }

  @Test
  void theSameReadingWorksOnAnOldHost() {
    Simulator old = start(SimulatorConfig.esx35());
    VimClient other = logIn(old);

    assertThat(other.propertyCollector().retrieve(machines(other, "name"))).hasSize(5);
    assertThat(old.requests().count("RetrieveProperties")).isEqualTo(1);
  }

  /** What our own objects are made of is no member of theirs. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "datastore.items",
        "datastore.type",
        "datastore.length",
        "runtime.host.value",
        "config.hardware.device.items",
        "name.value",
        "."
      })
  void aPathThroughWhatHasNoMembersFailsTheCall(String path) {
    assertThat(faultOf(() -> retrieve(object(web, path)))).isEqualTo("InvalidProperty");
  }

  @Test
  void aPropertyOfOneTypeIsNoneOfAnother() {
    ManagedObjectReference folder = client.serviceContent().rootFolder();
    PropertyFilterSpec spec =
        new PropertyFilterSpec(
            List.of(new PropertySpec("ManagedEntity", null, List.of("snapshot"))),
            List.of(new ObjectSpec(web, null, List.of()), new ObjectSpec(folder, null, List.of())),
            null);

    assertThat(faultOf(() -> retrieve(spec))).isEqualTo("InvalidProperty");
  }
}
