using System.Globalization;
using System.Text;

namespace CustomerInsight.EndToEnd.Tests;

/// <summary>Rows of invented people whose names stand in no message.</summary>
internal static class PeopleFiles
{
    public const string Header = "id,first_name,last_name,email,phone,dob,city\n";

    /// <summary>Words that stand in the rows and must stand in no error.</summary>
    public static readonly string[] Secrets = ["Zaphodia", "Quimbleton", "secretmail", "0207946", "Hushville"];

    public static string Rows(int count, int first = 0)
    {
        var rows = new StringBuilder();
        for (int i = first; i < first + count; i++)
        {
            rows.Append(Row($"{i}", i));
        }

        return rows.ToString();
    }

    /// <summary>A row of the i-th person under any key. People differ in all but the city, as strangers do.</summary>
    public static string Row(string id, int i)
    {
        var random = new SeededRandom((ulong)i);
        string given = Word(random);
        string family = Word(random);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{id},Zaphodia{given},Quimbleton{family},secretmail.{given}.{family}{i}@x.example,0207946{random.Next(10_000_000):D7},{1940 + random.Next(70)}-{1 + random.Next(12):D2}-{1 + random.Next(28):D2},Hushville\n");
    }

    private static string Word(SeededRandom random) => string.Concat(Enumerable.Range(0, 4).Select(_ => $"{"bdfgklmnprst"[random.Next(12)]}{"aeiou"[random.Next(5)]}"));
}
