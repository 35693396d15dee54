namespace IpPlatform.TestIdentity.Login;

/// <summary>Levels of assurance, as ID-porten names them in <c>acr</c>.</summary>
internal static class Levels
{
    public const string High = "idporten-loa-high";
    public const string Substantial = "idporten-loa-substantial";
}
