namespace CustomerInsight.Models;

/// <summary>How a coordinate of a search states a parameter.</summary>
/// <param name="Name">The parameter's name in the literature.</param>
/// <param name="Scale">What a parameter of 1 inside the search is in the model's unit.</param>
/// <param name="IsLog">Whether the coordinate is the log of the parameter, which then is above 0, or the parameter itself.</param>
internal readonly record struct Coordinate(string Name, double Scale = 1, bool IsLog = true)
{
    /// <summary>The parameter in the model's unit.</summary>
    public double ValueAt(double point) => Scale * (IsLog ? Math.Exp(point) : point);

    /// <summary>How fast that grows with the coordinate.</summary>
    public double SlopeAt(double point) => Scale * (IsLog ? Math.Exp(point) : 1);
}
