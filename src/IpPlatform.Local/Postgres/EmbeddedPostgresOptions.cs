namespace IpPlatform.Local.Postgres;

/// <summary>How the platform's own PostgreSQL is set up.</summary>
/// <param name="Folder">Where its files are; made when it is missing.</param>
/// <param name="AppPassword">Password of the serving login.</param>
/// <param name="ProvisionerPassword">Password of the provisioning login.</param>
/// <param name="SuperuserPassword">Password of the superuser, for operators and tests.</param>
/// <param name="Settings">Further settings; only tests that show what is lost without durability change it.</param>
public sealed record EmbeddedPostgresOptions(
    string Folder, string AppPassword, string ProvisionerPassword, string SuperuserPassword, IReadOnlyDictionary<string, string>? Settings = null);
