using System.Globalization;

namespace CustomerInsight.Models;

/// <summary>Numbers for a person: about three digits.</summary>
internal static class ShortNumber
{
    public static string Of(double value) => Math.Abs(value) switch
    {
        >= 1e9 => value.ToString("0.##E+0", CultureInfo.InvariantCulture),
        >= 100 => value.ToString("#,0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.#", CultureInfo.InvariantCulture),
        >= 0.01 or 0 => value.ToString("0.##", CultureInfo.InvariantCulture),
        double.NaN => "none",
        _ => value.ToString("0.##E+0", CultureInfo.InvariantCulture),
    };
}
