namespace IpPlatform.Local.Postgres;

/// <summary>
/// PostgreSQL refuses to run as root. A user namespace in which root is nobody keeps the files root's own and needs no account; where
/// namespaces are off, the system's postgres account runs it. Always ends with the parent: the kernel sends SIGINT, a clean shutdown.
/// </summary>
internal sealed record PrivilegeDrop(IReadOnlyList<string> Prefix, bool AsPostgresAccount)
{
    public static PrivilegeDrop Choose()
    {
        if (Environment.UserName != "root") return new PrivilegeDrop([], false);
        string[] unshare = ["unshare", "--user", "--map-user=65534", "--map-group=65534"];
        if (Command.Output(unshare[0], [.. unshare[1..], "id", "-u"]).Trim() == "65534") return new PrivilegeDrop(unshare, false);
        return Command.Output("id", "-u", "postgres").Length > 0
            ? new PrivilegeDrop(["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"], true)
            : throw new LocalException("PostgreSQL cannot run as root here. Run as an ordinary user, or: useradd --system postgres");
    }

    /// <summary>The command line that runs a program without privileges and, when it is to live, dies with this process; a Ctrl-C in the
    /// terminal reaches only this process, which stops the rest in order.</summary>
    public string[] Wrap(bool withParent, params IEnumerable<string> command) =>
        withParent ? [.. Prefix, "setpriv", "--pdeathsig", "INT", "setsid", .. command] : [.. Prefix, .. command];

    /// <summary>Hands a folder over to the one who runs the program.</summary>
    /// <exception cref="LocalException">The way to the folder is closed to that account.</exception>
    public void Own(string folder)
    {
        if (!AsPostgresAccount) return;
        if (FirstClosed(folder) is { } closed)
            throw new LocalException($"PostgreSQL does not run as root but as the account postgres here, which may not enter {closed}. Start with --data and a folder that is open to it, such as --data /srv/ip-data.");
        Command.Run("chown", ["-R", "postgres:postgres", folder]);
    }

    /// <summary>The outermost folder on the way that the account may not enter.</summary>
    private string? FirstClosed(string folder)
    {
        var way = new Stack<string>();
        for (var above = Path.GetDirectoryName(Path.GetFullPath(folder)); above is not null; above = Path.GetDirectoryName(above)) way.Push(above);
        return way.FirstOrDefault(above => Command.Run(Prefix[0], [.. Prefix.Skip(1), "test", "-x", above]).Code != 0);
    }
}
