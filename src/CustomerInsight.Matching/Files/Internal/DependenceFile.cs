namespace CustomerInsight.Matching;

internal sealed class DependenceFile
{
    public string[]? On { get; init; }

    public double[]? Shares { get; init; }

    public static DependenceFile From(ChanceDependence dependence) => new() { On = [.. dependence.On], Shares = [.. dependence.Shares] };

    public ChanceDependence ToDependence(string path) =>
        new(ValueList.From(FileCheck.Present(On, $"{path}.on")), ValueList.From(FileCheck.Present(Shares, $"{path}.shares")));
}
