package dev.vireo.vmx.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.vmx.DomainToVmx;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxTarget;
import dev.vireo.vmx.VmxUpdate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever of a domain a file cannot hold is named in a warning. */
class LeftoversTest {

  private static final DomainToVmx CONVERTER =
      new DomainToVmx(VmxTarget.ofHardwareVersion(8), Vmx.FILES);

  private static List<String> warnings(String elements, String devices) {
    return CONVERTER.convert(Vmx.domain(elements, devices)).warnings().stream()
        .map(warning -> warning.key())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<memtune><hard_limit>1048576</hard_limit></memtune>; memtune/hard_limit",
        "<cputune><period>1000</period></cputune>; cputune/period",
        "<resource><partition>/a</partition></resource>; resource",
        "<features><vmport state='off'/></features>; features/vmport",
        "<features><kvm><hidden state='on'/></kvm></features>; features/kvm",
        "<features><hap/></features>; features/hap",
        "<cpu><topology sockets='1' cores='1' threads='1'/><numa><cell id='0' cpus='0'"
            + " memory='1048576'/></numa></cpu>; cpu/numa",
        "<clock offset='localtime'/>; clock@offset",
        "<clock offset='utc'><timer name='tsc'/></clock>; clock/timer",
        "<on_poweroff>restart</on_poweroff>; on_poweroff",
        "<on_reboot>destroy</on_reboot>; on_reboot",
        "<on_crash>restart</on_crash>; on_crash",
        "<pm><suspend-to-mem enabled='yes'/></pm>; pm",
      })
  void elementsOfTheDomain(String elements, String key) {
    assertThat(warnings(elements, "")).containsExactly(key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<emulator>/usr/bin/vmx</emulator>; devices/emulator",
        "<input type='tablet' bus='usb'/>; devices/input",
        "<memballoon model='virtio'/>; devices/memballoon",
        "<hostdev mode='subsystem' type='pci'/>; devices/hostdev",
        "<serial type='dev'><source path='/dev/a'/><log file='/a'/></serial>; devices/serial/log",
        "<filesystem type='mount' accessmode='mapped'><source dir='/a'/><target dir='b'/>"
            + "</filesystem>; devices/filesystem@accessmode",
        "<video><model type='vmvga'><acceleration accel3d='yes'/></model></video>;"
            + " devices/video/model/acceleration",
        "<controller type='usb' index='0'/>; devices/controller"
      })
  void devices(String devices, String key) {
    assertThat(warnings("", devices)).containsExactly(key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<serial>a</serial>; devices/disk/serial",
        "<iotune><read_iops_sec>9</read_iops_sec></iotune>; devices/disk/iotune",
        "<backingStore type='file'><source file='[ds1] b.vmdk'/></backingStore>;"
            + " devices/disk/backingStore",
        "<shareable/>; devices/disk/shareable",
        "<readonly/>; devices/disk/readonly",
        "<boot order='1'/>; devices/disk/boot",
        "<driver name='lsilogic' io='native'/>; devices/disk/driver@io"
      })
  void detailsOfDisks(String inside, String key) {
    String disk =
        "<disk type='file' device='disk'>"
            + inside
            + "<source file='[ds1] a.vmdk'/><target dev='sda' bus='scsi'/></disk>";

    assertThat(warnings("", disk)).containsExactly(key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<coalesce><rx/></coalesce>; devices/interface/coalesce",
        "<bandwidth><inbound average='9'/></bandwidth>; devices/interface/bandwidth",
        "<vlan><tag id='7'/></vlan>; devices/interface/vlan",
        "<virtualport type='openvswitch'/>; devices/interface/virtualport",
        "<boot order='1'/>; devices/interface/boot"
      })
  void detailsOfInterfaces(String inside, String key) {
    String nic = "<interface type='bridge'><source bridge='a'/>" + inside + "</interface>";

    assertThat(warnings("", nic)).containsExactly(key);
  }

  @Test
  void whatEveryMachineHasIsNotReported() {
    assertThat(
            warnings(
                "<features><acpi/><apic/><pae/></features><clock offset='utc'/>"
                    + "<on_poweroff>destroy</on_poweroff><on_reboot>restart</on_reboot>"
                    + "<on_crash>destroy</on_crash>",
                "<disk type='file' device='cdrom'><driver name='qemu' type='raw'/>"
                    + "<source file='[ds1] a.iso'/><backingStore/><target dev='hda' bus='ide'/>"
                    + "<readonly/><alias name='ide0-0-0'/></disk>"
                    + "<controller type='ide' index='0'/><controller type='pci' index='0'/>"
                    + "<input type='mouse' bus='ps2'/><input type='keyboard' bus='ps2'/>"
                    + "<memballoon model='none'/>"))
        .isEmpty();
  }

  @Test
  void whatAFileShowsIsNotReportedWhenItIsEdited() {
    VmxDocument file =
        Vmx.file("RemoteDisplay.vnc.enabled=TRUE", "ide1:0.present=TRUE", "ide1:0.fileName=a.iso");
    DomainDefinition domain = Vmx.read(file).domain();

    assertThat(new VmxUpdate(Vmx.OPTIONS).apply(file, domain).warnings()).isEmpty();
  }
}
