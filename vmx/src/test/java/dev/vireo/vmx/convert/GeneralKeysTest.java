package dev.vireo.vmx.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.model.domain.VmwareNamespace;
import dev.vireo.vmx.ReadOptions;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.VmxTarget;
import dev.vireo.vmx.VmxToDomain;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Format, identity, memory and processors. */
class GeneralKeysTest {

  private static final String BIOS = "uuid.bios=50 11 5e 16 9b dc 49 d7-f1 71 53 c4 d7 f9 17 10";
  private static final String INSTANCE = "vc.uuid=52 90 1f c4 ab 38 6d 72-e5 07 4c 83 f9 ba 20 6e";
  private static final String BIOS_UUID = "<uuid>50115e16-9bdc-49d7-f171-53c4d7f91710</uuid>";

  @Test
  void aFileOfNothingElseIsAMachineWithDefaults() {
    assertThat(Vmx.xml())
        .isEqualTo(
            "<domain type='vmware'><name>vm</name>"
                + "<uuid>00000000-0000-0000-0000-000000000000</uuid>"
                + "<memory unit='KiB'>32768</memory>"
                + "<currentMemory unit='KiB'>32768</currentMemory>"
                + "<vcpu placement='static'>1</vcpu>"
                + "<os><type arch='i686'>hvm</type></os><clock offset='utc'/>"
                + "<on_poweroff>destroy</on_poweroff><on_reboot>restart</on_reboot>"
                + "<on_crash>destroy</on_crash><devices>"
                + "<video><model type='vmvga' vram='4096' primary='yes'/></video>"
                + "</devices></domain>");
  }

  @Test
  void keysAndWordsAreReadInAnyCase() {
    assertThat(
            Vmx.xml(
                "MEMSIZE=64",
                "Scsi0.Present=TRUE",
                "SCSI0.VIRTUALDEV=LsiLogic",
                "scsi0:0.PRESENT=True",
                "Scsi0:0.FileName=a.VMDK"))
        .contains("<memory unit='KiB'>65536</memory>")
        .contains("<source file='[ds1] vm/a.VMDK'/><target dev='sda' bus='scsi'/>")
        .contains("<controller type='scsi' index='0' model='lsilogic'/>");
  }

  @Test
  void theFirstOfTwoEntriesCounts() {
    assertThat(Vmx.xml("memsize=64", "memsize=128")).contains("<memory unit='KiB'>65536</memory>");
  }

  @Test
  void aFileOfNoMachineIsRefused() {
    assertThatThrownBy(() -> Vmx.read(VmxDocument.parse("displayName = \"x\"\n")))
        .isInstanceOfSatisfying(
            VmxException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(VmxException.Kind.MISSING);
              assertThat(e.key()).isEqualTo("config.version");
            });
  }

  @Test
  void otherVersionsAreReadWithAWarning() {
    VmxDocument file =
        VmxDocument.parse("config.version = \"9\"\nvirtualHW.version = \"3\"\nmemsize = \"4\"\n");

    assertThat(Vmx.read(file).warnings())
        .extracting(Object::toString)
        .containsExactly(
            "line 1: config.version: should be 8",
            "line 2: virtualHW.version: should be 4 or more");
  }

  @Test
  void nameAndDescriptionAreUnescaped() {
    assertThat(Vmx.read("annotation=a|0Ab |22c|22 100%25").domain().description())
        .isEqualTo("a\nb \"c\" 100%25");
    VmxDocument file =
        VmxDocument.parse("config.version = \"8\"\ndisplayName = \"a%2fb |22c|22 100%25\"\n");
    assertThat(new VmxToDomain(Vmx.OPTIONS).convert(file).domain().name())
        .isEqualTo("a/b \"c\" 100%");
  }

  @Test
  void nameAndDescriptionAreEscaped() {
    assertThat(Vmx.written("<description>a \"b\" | c\nd</description>", ""))
        .containsEntry("annotation", "a |22b|22 |7c c|0Ad");
    assertThat(Vmx.values(VmxDocument.parse("displayName = \"vm\""))).containsKey("displayName");
  }

  @Test
  void incompleteEscapesAreShownAsTheyStand() {
    assertThat(Vmx.read("annotation=50|").domain().description()).isEqualTo("50|");
    assertThat(Vmx.warnings("annotation=50|")).singleElement().asString().contains("escape");
  }

  @Test
  void charactersThatXmlCannotHoldAreLeftOut() {
    assertThat(Vmx.read("annotation=a|07b").domain().description()).isEqualTo("ab");
  }

  @Test
  void theUuidIsTheOneOfTheBiosWithoutAnother() {
    assertThat(Vmx.xml(BIOS)).contains(BIOS_UUID).doesNotContain("hwuuid");
    assertThat(Vmx.xml("uuid.bios=50115e16-9bdc49d7f17153c4-d7f91710")).contains(BIOS_UUID);
  }

  @Test
  void theInstanceUuidComesFirst() {
    assertThat(Vmx.xml(BIOS, INSTANCE))
        .contains("<uuid>52901fc4-ab38-6d72-e507-4c83f9ba206e</uuid>")
        .contains("<hwuuid>50115e16-9bdc-49d7-f171-53c4d7f91710</hwuuid>");
  }

  @Test
  void legacyUuidsAreThoseOfTheBios() {
    VmxToDomain legacy = new VmxToDomain(Vmx.OPTIONS.withLegacyUuid(true));

    assertThat(Vmx.xml(legacy.convert(Vmx.file(BIOS, INSTANCE)).domain()))
        .contains(BIOS_UUID)
        .doesNotContain("hwuuid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "50 11", "zz 11 5e 16 9b dc 49 d7-f1 71 53 c4 d7 f9 17 10"})
  void whatIsNoUuidIsLeftOut(String text) {
    assertThat(Vmx.warnings("uuid.bios=" + text))
        .containsExactly("uuid.bios is not a uuid and was left out");
  }

  @Test
  void uuidsAreWritten() {
    String uuid = "<uuid>50115e16-9bdc-49d7-f171-53c4d7f91710</uuid>";
    assertThat(Vmx.under("", Vmx.written(uuid, "")))
        .contains(BIOS)
        .noneMatch(e -> e.startsWith("vc."));
    assertThat(
            Vmx.under(
                "",
                Vmx.written(uuid + "<hwuuid>52901fc4-ab38-6d72-e507-4c83f9ba206e</hwuuid>", "")))
        .contains(INSTANCE.replace("vc.uuid", "uuid.bios"), BIOS.replace("uuid.bios", "vc.uuid"));
    assertThat(
            Vmx.written(
                VmxTarget.ofHardwareVersion(8).withInstanceUuid(true), Vmx.domain(uuid, "")))
        .containsKeys("uuid.bios", "vc.uuid");
  }

  @Test
  void aMissingUuidIsLeftToVmware() {
    assertThat(Vmx.written("<uuid>00000000-0000-0000-0000-000000000000</uuid>", ""))
        .containsEntry("uuid.action", "create")
        .doesNotContainKey("uuid.bios");
    assertThat(Vmx.written("", "")).containsEntry("uuid.action", "create");
  }

  @Test
  void generationIdsGoBothWays() {
    String genid = "<genid>8987940a-0951-2cc5-17ea-ef9cb00aaf47</genid>";
    String[] entries = {"vm.genid=-8536691797830587195", "vm.genidX=1723453263670062919"};

    assertThat(Vmx.xml(entries)).contains(genid);
    assertThat(Vmx.under("vm.", Vmx.written(genid, ""))).containsExactly(entries);
    assertThat(Vmx.xml("vm.genid=0", "vm.genidX=0")).doesNotContain("genid");
  }

  @ParameterizedTest
  @CsvSource({
    "1024, , , 1048576, 1048576, -1", "1024, 512, 256, 1048576, 524288, 262144",
    "1024, unlimited, 0, 1048576, 1048576, -1", "1024, 2048, 2048, 1048576, 1048576, 1048576",
    "1024, 513, -1, 1048576, 525312, -1", "1024, 0, unlimited, 1048576, 1048576, -1"
  })
  void memoryIsRead(
      String size, String max, String min, long memory, long current, long guarantee) {
    String xml =
        Vmx.xml(
            max == null
                ? new String[] {"memsize=" + size}
                : new String[] {
                  "memsize=" + size, "sched.mem.max=" + max, "sched.mem.minsize=" + min
                });

    assertThat(xml).contains("<memory unit='KiB'>" + memory + "</memory>");
    assertThat(xml).contains("<currentMemory unit='KiB'>" + current + "</currentMemory>");
    if (guarantee < 0) {
      assertThat(xml).doesNotContain("memtune");
    } else {
      assertThat(xml).contains("<min_guarantee unit='KiB'>" + guarantee + "</min_guarantee>");
    }
  }

  @Test
  void oddMemoryIsReadAsItIs() {
    assertThat(Vmx.warnings("memsize=1023"))
        .containsExactly("memsize should be a multiple of 4 MiB");
    assertThat(Vmx.xml(Vmx.read("memsize=1023").domain())).contains(">1047552</memory>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-4", "unlimited", "lots", "", "99999999999"})
  void aMachineWithoutMemoryIsRefused(String size) {
    assertThatThrownBy(() -> Vmx.read("memsize=" + size))
        .isInstanceOfSatisfying(
            VmxException.class,
            e -> {
              assertThat(e.line()).isEqualTo(4);
              assertThat(e.key()).isEqualTo("memsize");
              assertThat(e.value()).isEqualTo(size);
              assertThat(e.rule()).isNotEmpty();
            });
  }

  @Test
  void memoryIsWritten() {
    Map<String, String> values =
        Vmx.written(
            "<memory>1048576</memory><currentMemory>524287</currentMemory>"
                + "<memtune><min_guarantee unit='KiB'>262144</min_guarantee></memtune>",
            "");

    assertThat(values)
        .containsEntry("memsize", "1024")
        .containsEntry("sched.mem.max", "512")
        .containsEntry("sched.mem.minsize", "256");
    assertThat(Vmx.written("", ""))
        .doesNotContainKeys("sched.mem.max", "sched.mem.minsize")
        .containsEntry("memsize", "1024");
  }

  @ParameterizedTest
  @CsvSource({"1048577, 1048576", "1050623, 1048576", "1050624, 1052672", "1, 4096"})
  void memoryHasToBeAMultipleOf4096(long kib, String nearest) {
    assertThatThrownBy(() -> Vmx.written("<memory>" + kib + "</memory>", ""))
        .isInstanceOfSatisfying(
            VmxException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(VmxException.Kind.INVALID);
              assertThat(e.rule()).isEqualTo("has to be a multiple of 4096 KiB");
              assertThat(e.value()).isEqualTo(Long.toString(kib));
              assertThat(e.nearest()).isEqualTo(nearest);
            })
        .hasMessage(
            "memory has to be a multiple of 4096 KiB, but is '%s'; the nearest that is allowed is"
                + " '%s'",
            kib, nearest);
  }

  @Test
  void processorsAreRead() {
    assertThat(
            Vmx.xml(
                "numvcpus=4",
                "cpuid.coresPerSocket=2",
                "sched.cpu.affinity=0, 1,2,3,7",
                "sched.cpu.shares=high"))
        .contains("<vcpu placement='static' cpuset='0-3,7'>4</vcpu>")
        .contains("<cputune><shares>8000</shares></cputune>")
        .contains("<cpu><topology sockets='2' dies='1' cores='2' threads='1'/></cpu>");
    assertThat(Vmx.xml("numvcpus=3")).contains("<vcpu placement='static'>3</vcpu>");
    assertThat(Vmx.xml("sched.cpu.affinity=ALL", "cpuid.coresPerSocket=1"))
        .contains("<vcpu placement='static'>1</vcpu>")
        .doesNotContain("topology");
  }

  @ParameterizedTest
  @CsvSource({"low, 2, 1000", "NORMAL, 2, 2000", "high, 1, 2000", "1234, 8, 1234", "0, 1, 0"})
  void sharesAreRead(String text, int cpus, long shares) {
    assertThat(Vmx.xml("numvcpus=" + cpus, "sched.cpu.shares=" + text))
        .contains("<shares>" + shares + "</shares>");
  }

  @ParameterizedTest
  @CsvSource({
    "numvcpus=4;cpuid.coresPerSocket=3, cpuid.coresPerSocket",
    "numvcpus=2;cpuid.coresPerSocket=4, cpuid.coresPerSocket",
    "cpuid.coresPerSocket=x, cpuid.coresPerSocket",
    "sched.cpu.affinity=a, sched.cpu.affinity",
    "sched.cpu.affinity=0-3, sched.cpu.affinity",
    "'sched.cpu.affinity=1,', sched.cpu.affinity",
    "sched.cpu.affinity=, sched.cpu.affinity",
    "numvcpus=2;sched.cpu.affinity=1, sched.cpu.affinity",
    "sched.cpu.shares=most, sched.cpu.shares",
    "sched.cpu.shares=-5, sched.cpu.shares"
  })
  void whatProcessorsCannotHaveIsReported(String entries, String key) {
    assertThat(Vmx.warnings(entries.split(";"))).singleElement().asString().startsWith(key + " ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "two", "unlimited"})
  void aMachineWithoutProcessorsIsRefused(String count) {
    assertThatThrownBy(() -> Vmx.read("numvcpus=" + count))
        .isInstanceOfSatisfying(VmxException.class, e -> assertThat(e.key()).isEqualTo("numvcpus"));
  }

  @Test
  void processorsAreWritten() {
    Map<String, String> values =
        Vmx.written(
            "<vcpu cpuset='0-3,^2,7,8'>4</vcpu><cputune><shares>4000</shares></cputune>"
                + "<cpu mode='custom'><topology sockets='2' cores='2' threads='1'/></cpu>",
            "");

    assertThat(values)
        .containsEntry("numvcpus", "4")
        .containsEntry("cpuid.coresPerSocket", "2")
        .containsEntry("sched.cpu.affinity", "0,1,3,7,8")
        .containsEntry("sched.cpu.shares", "normal");
    assertThat(Vmx.written("<cputune><shares>77</shares></cputune>", ""))
        .containsEntry("sched.cpu.shares", "77");
  }

  @Test
  void oddNumbersOfProcessorsNeedHardwareVersion7() {
    assertThat(Vmx.written(7, "<vcpu>3</vcpu>", "")).containsEntry("numvcpus", "3");
    assertThat(Vmx.written(4, "<vcpu>1</vcpu>", "")).containsEntry("numvcpus", "1");
    assertThatThrownBy(() -> Vmx.written(4, "<vcpu>3</vcpu>", ""))
        .isInstanceOfSatisfying(
            VmxException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(VmxException.Kind.INVALID);
              assertThat(e.rule()).contains("1 or a multiple of 2");
              assertThat(e.value()).isEqualTo("3");
              assertThat(e.nearest()).isEqualTo("4");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<vcpu current='2'>4</vcpu>; vcpu@current; UNSUPPORTED",
        "<vcpu cpuset='0'>2</vcpu>; vcpu@cpuset; INVALID",
        "<vcpu cpuset='x'>1</vcpu>; vcpu@cpuset; INVALID",
        "<cpu mode='host-passthrough'/>; cpu@mode; UNSUPPORTED",
        "<cpu><topology sockets='1' cores='1' threads='2'/></cpu>; cpu/topology@threads;"
            + " UNSUPPORTED",
        "<cpu><topology sockets='1' dies='2' cores='1' threads='1'/></cpu>; cpu/topology@dies;"
            + " UNSUPPORTED",
        "<vcpu>4</vcpu><cpu><topology sockets='1' cores='2' threads='1'/></cpu>; cpu/topology;"
            + " UNSUPPORTED"
      })
  void processorsThatVmxCannotExpressAreRefused(
      String elements, String key, VmxException.Kind kind) {
    assertThatThrownBy(() -> Vmx.written(elements, ""))
        .isInstanceOfSatisfying(
            VmxException.class,
            e -> {
              assertThat(e.key()).isEqualTo(key);
              assertThat(e.kind()).isEqualTo(kind);
            });
  }

  @Test
  void whatTheHostKnowsIsPutIn() {
    VmwareNamespace vmware = new VmwareNamespace("folder/dc", "vm-42", List.of());
    ReadOptions options = Vmx.OPTIONS.withHost(42, vmware);

    assertThat(new VmxToDomain(options).convert(Vmx.file()).domain())
        .satisfies(domain -> {
          assertThat(domain.id()).isEqualTo(42);
          assertThat(domain.vmware()).isEqualTo(vmware);
        });
  }

  @Test
  void numbersAndFlagsThatCannotBeReadCountAsMissing() {
    assertThat(Vmx.warnings("sched.mem.max=some", "smbios.reflecthost=maybe", "svga.vramSize=1 MB"))
        .containsExactlyInAnyOrder(
            "sched.mem.max has to be a whole number and was left out",
            "smbios.reflecthost has to be true or false and counts as false",
            "svga.vramSize has to be a whole number and was left out");
  }
}
