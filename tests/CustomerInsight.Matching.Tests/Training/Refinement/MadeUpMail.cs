namespace CustomerInsight.Matching.Tests;

/// <summary>People whose e-mail is made of their name, at one of a dozen providers, so that namesakes agree in its user part too: what makes independent evidence too sure of itself.</summary>
internal static class MadeUpMail
{
    private const int Names = 130;

    /// <summary>People, one in three of them twice; the copy has another phone or birthday now and then. Keys of one person begin with the same number.</summary>
    public static SourceRecord[] People(int people, ulong seed)
    {
        var random = new SeededRandom(seed);
        var records = new List<SourceRecord>();
        for (int person = 0; person < people; person++)
        {
            string given = Name(random, "ka", "lo", "mi");
            string family = Name(random, "ter", "ran", "sol");
            string mail = $"{given}.{family}@mail{random.Next(12)}.com";
            string birth = Birth(random);
            string phone = Phone(random);
            records.Add(Matching.Tests.People.Record($"{person}-a", "s", given, family, birth, mail, phone, City(random)));
            if (random.Next(3) == 0)
            {
                records.Add(Matching.Tests.People.Record($"{person}-b", "s", given, random.Next(8) == 0 ? family + "e" : family, random.Next(8) == 0 ? Birth(random) : birth, random.Next(3) == 0 ? null : mail, random.Next(3) == 0 ? Phone(random) : phone, City(random)));
            }
        }

        return [.. records];
    }

    public static bool Same(RecordKey left, RecordKey right) => left.Id.Split('-')[0] == right.Id.Split('-')[0];

    private static string Name(SeededRandom random, params string[] parts)
    {
        // The lesser of two makes some names common and others rare, as names are.
        int number = Math.Min(random.Next(Names), random.Next(Names));
        return parts[number % 3] + parts[number / 3 % 3] + (char)('a' + (number / 9)) + (char)('a' + (number % 23));
    }

    private static string Birth(SeededRandom random) => $"{1930 + random.Next(70)}-{1 + random.Next(12):00}-{1 + random.Next(28):00}";

    private static string Phone(SeededRandom random) => $"077{random.Next(100_000_000):00000000}";

    private static string City(SeededRandom random) => $"Town{(char)('a' + random.Next(20))}";
}
