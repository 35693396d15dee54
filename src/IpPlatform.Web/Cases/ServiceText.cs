using IpPlatform.Domain.Tenants;

namespace IpPlatform.Web.Cases;

/// <summary>Keys of the texts that name services.</summary>
internal static class ServiceText
{
    public static string Key(MunicipalService service) => service switch
    {
        MunicipalService.IndividualPlan => "Muni_individualPlan",
        MunicipalService.Coordinator => "Muni_coordinator",
        MunicipalService.ChildCoordinator => "Muni_childCoordinator",
        _ => throw new ArgumentOutOfRangeException(nameof(service), service, null),
    };
}
