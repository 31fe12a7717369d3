package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.ClientOptions;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.CopyDatastoreFile_Task;
import dev.vireo.vim.methods.DeleteDatastoreFile_Task;
import dev.vireo.vim.methods.Destroy_Task;
import dev.vireo.vim.methods.MakeDirectory;
import dev.vireo.vim.methods.MoveDatastoreFile_Task;
import dev.vireo.vim.methods.SearchDatastore_Task;
import dev.vireo.vim.transport.VimTransport;
import dev.vireo.vim.transport.WireRequest.Verb;
import dev.vireo.vim.types.CannotAccessFile;
import dev.vireo.vim.types.FileAlreadyExists;
import dev.vireo.vim.types.FileInfo;
import dev.vireo.vim.types.FileNotFound;
import dev.vireo.vim.types.HostDatastoreBrowserSearchResults;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.NoDiskSpace;
import dev.vireo.vim.types.VirtualMachineFileLayoutExFileInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Directories of datastores, and the space that is taken of them. */
class DatastoreSpaceTest extends MachineTestBase {

  private static final long GIB = 1L << 30;

  private Simulator host;
  private VimTransport transport;
  private VimClient client;
  private ManagedObjectReference files;
  private ManagedObjectReference datastore;

  @BeforeEach
  void logIn() {
    open(quick(SimulatorConfig.esx80()));
  }

  private void open(SimulatorConfig config) {
    host = start(config);
    transport = host.transport();
    client = closing(VimClient.connect(transport, ClientOptions.DEFAULT));
    client.login(host.config().userName(), host.config().password());
    files = Objects.requireNonNull(client.serviceContent().fileManager());
    datastore = datastore(client, host.vms().get("web-1").ref());
  }

  private long free() {
    long free = read(client, datastore, "summary.freeSpace", Long.class);
    assertThat(read(client, datastore, "info.freeSpace", Long.class)).isEqualTo(free);
    return free;
  }

  private int put(String path, int bytes) {
    return send(
            transport,
            Verb.PUT,
            "/folder/" + path + "?dcPath=ha-datacenter&dsName=datastore1",
            Map.of(),
            new byte[bytes])
        .status();
  }

  private void make(String path, @Nullable Boolean parents) {
    client.run(new MakeDirectory(files, "[datastore1] " + path, null, parents));
  }

  private List<String> list(String path) {
    ManagedObjectReference browser =
        read(client, datastore, "browser", ManagedObjectReference.class);
    HostDatastoreBrowserSearchResults found =
        (HostDatastoreBrowserSearchResults)
            Objects.requireNonNull(
                succeeds(client, new SearchDatastore_Task(browser, "[datastore1] " + path, null))
                    .result());
    return found.file().stream().map(FileInfo::path).toList();
  }

  private DeleteDatastoreFile_Task deletion(String path) {
    return new DeleteDatastoreFile_Task(files, "[datastore1] " + path, null);
  }

  private MoveDatastoreFile_Task move(String from, String to, boolean force) {
    return new MoveDatastoreFile_Task(
        files, "[datastore1] " + from, null, "[datastore1] " + to, null, force);
  }

  private CopyDatastoreFile_Task copy(String from, String to, boolean force) {
    return new CopyDatastoreFile_Task(
        files, "[datastore1] " + from, null, "[datastore1] " + to, null, force);
  }

  @Test
  void freeSpaceFollowsWhatIsThere() {
    long before = free();

    assertThat(put("up/a.bin", 1000)).isEqualTo(201);
    assertThat(free()).isEqualTo(before - 1000);
    assertThat(put("up/a.bin", 300)).isEqualTo(200);
    assertThat(free()).isEqualTo(before - 300);
    succeeds(client, copy("up/a.bin", "up/b.bin", false));
    assertThat(free()).isEqualTo(before - 600);
    succeeds(client, move("up/b.bin", "up/c.bin", false));
    assertThat(free()).isEqualTo(before - 600);
    succeeds(client, move("up/c.bin", "up/a.bin", true));
    assertThat(free()).isEqualTo(before - 300);
    succeeds(client, deletion("up"));
    assertThat(free()).isEqualTo(before);
  }

  @Test
  void clientsThatWatchSeeTheFreeSpace() {
    long before = free();
    try (Watch watch = Watch.of(client, object(datastore, "summary.freeSpace"))) {
      watch.now();
      put("x.bin", 5000);
      watch.next();

      assertThat(watch.last(datastore, "summary.freeSpace")).isEqualTo(before - 5000);
    }
  }

  @Test
  void machinesTakeTheirSpaceAndGiveItBack() {
    long before = free();
    SimulatedVm vm = host.vms().add("taking");
    long taken = before - free();
    assertThat(taken).isGreaterThan(16 * GIB);
    assertThat(read(client, vm.ref(), "summary.storage.committed", Long.class)).isEqualTo(taken);

    vm.addDisk(GIB); // thin
    long thin = before - free() - taken;
    assertThat(thin).isBetween(1L, 4096L);
    assertThat(read(client, vm.ref(), "summary.storage.uncommitted", Long.class)).isEqualTo(GIB);

    succeeds(client, new Destroy_Task(vm.ref()));
    assertThat(free()).isEqualTo(before);
    assertThat(list("")).doesNotContain("taking");
  }

  @Test
  void aFullDatastoreTakesNothingMore() {
    open(quick(SimulatorConfig.esx80()).toBuilder().vms(1).datastoreCapacity(17 * GIB).build());
    assertThat(read(client, datastore, "summary.capacity", Long.class)).isEqualTo(17 * GIB);
    host.vms().add("filling").addDisk(GIB);
    assertThat(free()).isZero();

    assertThat(put("no.bin", 1)).isEqualTo(507);
    assertThat(fails(client, copy("web-1/web-1.vmdk", "web-1/copy.vmdk", false)))
        .isInstanceOf(NoDiskSpace.class);
    assertThat(list("web-1")).doesNotContain("copy.vmdk");
  }

  @Test
  void directoriesMayBeEmpty() {
    make("empty", null);
    assertThat(list("")).contains("empty");
    assertThat(list("empty")).isEmpty();
    assertThat(text(get(transport, "/folder/?dcPath=ha-datacenter&dsName=datastore1")))
        .contains("empty/");
    put("empty/x", 1);
    succeeds(client, deletion("empty/x"));
    assertThat(list("")).contains("empty");
    succeeds(client, deletion("empty"));
    assertThat(list("")).doesNotContain("empty");
  }

  @Test
  void directoriesAreMadeWithOthersWhenThatIsWanted() {
    assertThat(faultOf(() -> make("a/b/c", null))).isEqualTo(FileNotFound.class.getSimpleName());
    assertThat(list("")).doesNotContain("a");
    make("a/b/c", true);
    assertThat(list("a/b")).containsExactly("c");
    assertThat(faultOf(() -> make("a/b", true))).isEqualTo(FileAlreadyExists.class.getSimpleName());
    assertThat(faultOf(() -> make("web-1/web-1.vmx/below", true)))
        .isEqualTo(CannotAccessFile.class.getSimpleName());
  }

  @Test
  void directoriesMoveWithWhatIsInThem() {
    make("from/inner/empty", true);
    put("from/inner/file", 10);

    succeeds(client, move("from", "to", false));

    assertThat(list("")).contains("to").doesNotContain("from");
    assertThat(list("to/inner")).containsExactlyInAnyOrder("empty", "file");
    assertThat(fails(client, move("to", "to/inner/deeper", false)))
        .isInstanceOf(CannotAccessFile.class);
  }

  @Test
  void nothingIsOverwrittenUnlessThatIsWanted() {
    put("x/one", 10);
    put("x/two", 20);

    assertThat(fails(client, move("x/one", "x/two", false))).isInstanceOf(FileAlreadyExists.class);
    assertThat(fails(client, copy("x/one", "x/two", false))).isInstanceOf(FileAlreadyExists.class);
    assertThat(fails(client, copy("x/one", "x", true))).isInstanceOf(FileAlreadyExists.class);
    assertThat(fails(client, copy("x/no", "x/three", false))).isInstanceOf(FileNotFound.class);
    assertThat(fails(client, copy("x/one", "nowhere/three", false)))
        .isInstanceOf(FileNotFound.class);
    assertThat(fails(client, deletion("x/no"))).isInstanceOf(FileNotFound.class);
    assertThat(fails(client, deletion(""))).isInstanceOf(CannotAccessFile.class);
    assertThat(list("x")).containsExactly("one", "two");
    succeeds(client, copy("x/one", "x/two", true));
    assertThat(get(transport, "/folder/x/two?dcPath=ha-datacenter&dsName=datastore1").body())
        .hasSize(10);
  }

  @Test
  void layoutTellsTheSizesOfTheFiles() {
    SimulatedVm vm = host.vms().get("web-1");
    assertThat(
            properties(client, vm.ref(), "layoutEx.file")
                .list("layoutEx.file", VirtualMachineFileLayoutExFileInfo.class))
        .extracting(file -> file.name() + " " + file.size())
        .contains(
            "[datastore1] web-1/web-1-flat.vmdk " + 16 * GIB,
            "[datastore1] web-1/web-1.vmx " + vm.vmxFile().length);
  }
}
