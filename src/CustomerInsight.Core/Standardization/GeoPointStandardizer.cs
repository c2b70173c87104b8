namespace CustomerInsight;

/// <summary>Standardizes points on the earth: <c>(51.5, -0.12)</c> becomes <c>51.5,-0.12</c>.</summary>
/// <remarks>
/// Reads a latitude from −90 to 90 and a longitude from −180 to 180 in degrees with a point before the fraction, in this order, parted by a comma, a
/// semicolon or spaces, brackets around them or not; and <c>POINT (-0.12 51.5)</c> with the longitude first, as geodatabases write it. Rejected: all
/// else, and 0,0, which programs write where they know no place.
/// </remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed class GeoPointStandardizer : IStandardizer
{
    private const string WellKnownText = "point";

    /// <inheritdoc/>
    public string Name => "geo-point";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public StandardizedValue Standardize(string value, SourceConventions conventions)
    {
        ArgumentNullException.ThrowIfNull(value);
        var folded = new CharBuffer(stackalloc char[CharBuffer.StackLength]);
        TextFolding.Fold(value, ref folded);
        ReadOnlySpan<char> text = folded.Text.Trim(' ');
        bool longitudeFirst = text.StartsWith(WellKnownText, StringComparison.Ordinal);
        text = (longitudeFirst ? text[WellKnownText.Length..] : text).Trim(" ()[]");
        int parting = text.IndexOfAny(",; ");
        if (parting < 0
            || !Numbers.TryParse(text[..parting], out double first)
            || !Numbers.TryParse(text[parting..].TrimStart(",; "), out double second))
        {
            return StandardizedValue.Rejected;
        }

        (double latitude, double longitude) = longitudeFirst ? (second, first) : (first, second);
        return Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180 && (latitude != 0 || longitude != 0)
            ? new StandardizedValue(Write(latitude, longitude, value))
            : StandardizedValue.Rejected;
    }

    private static string Write(double latitude, double longitude, string value)
    {
        string text = $"{Numbers.Write(latitude, string.Empty)},{Numbers.Write(longitude, string.Empty)}";
        return text == value ? value : text;
    }
}
