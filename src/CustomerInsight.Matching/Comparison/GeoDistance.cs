namespace CustomerInsight.Matching;

/// <summary>The distance of two points on the earth, taken as a sphere.</summary>
/// <remarks>
/// <para>Source: the haversine formula, Sinnott, "Virtues of the Haversine", Sky and Telescope 68, 1984; the radius is the mean radius R₁ of
/// GRS 80 (Moritz, "Geodetic Reference System 1980"), 6,371.0088 km. A sphere is off by up to 0.6 %.</para>
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public static class GeoDistance
{
    /// <summary>The earth's mean radius in kilometres.</summary>
    public const double EarthRadius = 6371.0088;

    /// <summary>Computes the great-circle distance.</summary>
    /// <param name="leftLatitude">The latitude of one point in degrees, north positive, from −90 to 90.</param>
    /// <param name="leftLongitude">Its longitude in degrees, east positive.</param>
    /// <param name="rightLatitude">The latitude of the other.</param>
    /// <param name="rightLongitude">Its longitude.</param>
    /// <returns>Kilometres, from 0 to half the circumference; the same for both orders; not a number where one of the four is none.</returns>
    public static double Kilometres(double leftLatitude, double leftLongitude, double rightLatitude, double rightLongitude)
    {
        double acrossLatitudes = Math.Sin(double.DegreesToRadians(rightLatitude - leftLatitude) / 2);
        double acrossLongitudes = Math.Sin(double.DegreesToRadians(rightLongitude - leftLongitude) / 2);
        double haversine = (acrossLatitudes * acrossLatitudes)
            + (Math.Cos(double.DegreesToRadians(leftLatitude)) * Math.Cos(double.DegreesToRadians(rightLatitude)) * acrossLongitudes * acrossLongitudes);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(haversine)));
    }
}
