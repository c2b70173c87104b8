using System.Data;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerInsight.Sources.Tests;

public class HostingTests
{
    [Theory]
    [InlineData("")]
    [InlineData("retail")]
    public void Add_EachSource_IsFoundByTheEngineInOrder(string engine)
    {
        var builder = new Builder(engine, new ServiceCollection());

        builder.AddCsv("a.csv.gz").AddJsonLines("b.jsonl", static options => options.Name = "bee")
            .AddDatabase("c", static () => new FakeConnection(new DataTable()), "select", static options => options.TrustRank = 3)
            .AddCsvActivities("d.csv").AddJsonLinesActivities("e.jsonl").AddDatabaseActivities("f", static () => new FakeConnection(new DataTable()), "select");

        Assert.Equal(["a", "bee", "c"], Names(builder, engine));
        Assert.Empty(Names(builder, "other"));
    }

    [Fact]
    public void AddCsv_BadOption_ThrowsAtOnce() =>
        Assert.Throws<ArgumentOutOfRangeException>(static () => new Builder("", new ServiceCollection()).AddCsv("a.csv", static options => options.TrustRank = -1));

    // The container itself is no dependency of the package; the descriptors say enough.
    private static IEnumerable<string> Names(Builder builder, string engine) => builder.Services
        .Where(service => service.ServiceType == typeof(IRecordSource) && (engine.Length == 0 ? !service.IsKeyedService : Equals(service.ServiceKey, engine)))
        .Select(static service => ((IRecordSource)(service.IsKeyedService ? service.KeyedImplementationFactory!(null!, service.ServiceKey) : service.ImplementationFactory!(null!))).Name);

    private sealed record Builder(string Name, IServiceCollection Services) : IInsightBuilder;
}
