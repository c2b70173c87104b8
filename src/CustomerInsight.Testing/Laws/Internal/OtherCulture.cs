using System.Globalization;

namespace CustomerInsight.Testing;

/// <summary>Runs something under a culture that treats the letter i, decimal points and dates otherwise.</summary>
internal static class OtherCulture
{
    private static readonly CultureInfo Culture = Make();

    public static string Name => Culture.Name.Length == 0 ? "invariant with commas for points" : Culture.Name;

    public static T Run<T>(Func<T> work)
    {
        Thread thread = Thread.CurrentThread;
        CultureInfo before = thread.CurrentCulture;
        thread.CurrentCulture = Culture;
        try
        {
            return work();
        }
        finally
        {
            thread.CurrentCulture = before;
        }
    }

    private static CultureInfo Make()
    {
        try
        {
            return CultureInfo.GetCultureInfo("tr-TR");
        }
        catch (CultureNotFoundException)
        {
            // Under InvariantGlobalization there is no Turkish; numbers and dates can still be made to differ.
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NumberDecimalSeparator = ",";
            culture.NumberFormat.NegativeSign = "~";
            culture.DateTimeFormat.DateSeparator = ".";
            return CultureInfo.ReadOnly(culture);
        }
    }
}
