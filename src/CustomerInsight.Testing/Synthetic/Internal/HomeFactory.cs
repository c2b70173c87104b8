namespace CustomerInsight.Testing;

internal static class HomeFactory
{
    private const double MovedShare = 0.18;

    public static Home Draw(SeededRandom random, bool chinese, DateTimeOffset from, TimeSpan span)
    {
        (Address now, Address nowLatin) = DrawAddress(random, chinese);
        string? landline = !chinese && random.NextDouble() < 0.6 ? "1" + (char)('2' + random.Next(8)) + Digits.Draw(random, 8) : null;
        if (random.NextDouble() >= MovedShare)
        {
            return new Home(now, nowLatin, now, nowLatin, DateTimeOffset.MinValue, landline);
        }

        (Address before, Address beforeLatin) = DrawAddress(random, chinese);
        return new Home(now, nowLatin, before, beforeLatin, Moment(random, from, span), landline);
    }

    /// <summary>A child leaves the parents' address for an own one, and takes the old telephone number along into old records only.</summary>
    public static Home Leave(SeededRandom random, Home parents, bool chinese, DateTimeOffset from, TimeSpan span)
    {
        (Address now, Address nowLatin) = DrawAddress(random, chinese);
        return parents with { Now = now, NowLatin = nowLatin, Before = parents.Now, BeforeLatin = parents.NowLatin, MovedAt = Moment(random, from, span) };
    }

    public static DateTimeOffset Moment(SeededRandom random, DateTimeOffset from, TimeSpan span) =>
        from.AddSeconds((long)(random.NextDouble() * (span.Ticks / TimeSpan.TicksPerSecond)));

    private static (Address Now, Address Latin) DrawAddress(SeededRandom random, bool chinese)
    {
        if (chinese)
        {
            return ChinesePlaces.Draw(random);
        }

        Address address = Places.Draw(random);
        return (address, address);
    }
}
