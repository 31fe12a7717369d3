// Command vcsim serves govmomi's simulated ESX host or vCenter over TLS on a loopback port that the
// system chooses. It prints its URL, with user name and password, when it is ready, and stops when
// its standard input is closed.
package main

import (
	"crypto/tls"
	"flag"
	"fmt"
	"io"
	"log"
	"net/url"
	"os"

	"github.com/vmware/govmomi/simulator"
)

func main() {
	esx := flag.Bool("esx", false, "simulate an ESX host instead of a vCenter")
	vms := flag.Int("vm", 2, "virtual machines per resource pool")
	user := flag.String("user", "root", "user `name` that may log in")
	password := flag.String("password", "secret", "its password, for tests only")
	flag.Parse()

	model := simulator.VPX()
	if *esx {
		model = simulator.ESX()
	}
	model.Machine = *vms
	defer model.Remove()
	if err := model.Create(); err != nil {
		log.Fatal(err)
	}
	model.Service.TLS = new(tls.Config)
	// Without a user in the URL it would let anyone in.
	model.Service.Listen = &url.URL{
		Scheme: "https",
		Host:   "127.0.0.1:0",
		User:   url.UserPassword(*user, *password),
	}
	model.Service.RegisterEndpoints = true
	server := model.Service.NewServer()
	defer server.Close()

	fmt.Println(server.URL)
	_, _ = io.Copy(io.Discard, os.Stdin)
}
