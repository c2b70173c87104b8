namespace CustomerInsight.Matching;

/// <summary>A point on the unit sphere: the square of the chord to another is four times the haversine of their angle, without sines per pair.</summary>
internal readonly record struct GeoPosition(double X, double Y, double Z)
{
    /// <summary>No point: near none.</summary>
    public static GeoPosition None => new(double.NaN, double.NaN, double.NaN);

    public bool IsNone => double.IsNaN(X);

    public static GeoPosition Of(double latitude, double longitude)
    {
        if (!(Math.Abs(latitude) <= 90) || !(Math.Abs(longitude) <= 360))
        {
            return None;
        }

        (double sinLatitude, double cosLatitude) = Math.SinCos(double.DegreesToRadians(latitude));
        (double sinLongitude, double cosLongitude) = Math.SinCos(double.DegreesToRadians(longitude));
        return new(cosLatitude * cosLongitude, cosLatitude * sinLongitude, sinLatitude);
    }

    /// <summary>Reads a latitude and a longitude in degrees with a comma between them.</summary>
    public static GeoPosition Of(ReadOnlySpan<char> point)
    {
        int comma = point.IndexOf(',');
        return comma > 0 && NumberText.TryRead(point[..comma], out double latitude) && NumberText.TryRead(point[(comma + 1)..], out double longitude)
            ? Of(latitude, longitude)
            : None;
    }

    /// <summary>The square of the chord between two points that lie so many kilometres apart on the earth.</summary>
    public static double SquaredChord(double kilometres)
    {
        double angle = Math.Min(kilometres / GeoDistance.EarthRadius, Math.PI);
        double chord = 2 * Math.Sin(angle / 2);
        return chord * chord;
    }

    public double SquaredChord(GeoPosition other)
    {
        double x = X - other.X;
        double y = Y - other.Y;
        double z = Z - other.Z;
        return (x * x) + (y * y) + (z * z);
    }
}
