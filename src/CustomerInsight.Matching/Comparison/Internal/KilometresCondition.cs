namespace CustomerInsight.Matching;

/// <summary>Points near each other: values of one attribute, or the first values of two.</summary>
internal sealed class KilometresCondition(string attribute, string? longitude, double kilometres) : LevelCondition
{
    public const string Kind = "kilometres";
    public const string OfTwoKind = "kilometres-of-two";

    public override IEnumerable<string> Attributes => longitude is null ? [attribute] : [attribute, longitude];

    internal override ConditionSpec Spec => new(longitude is null ? Kind : OfTwoKind) { Attributes = [.. Attributes], Numbers = [kilometres] };

    internal override PairTest Compile(PairTestCompiler compiler)
    {
        double furthest = GeoPosition.SquaredChord(kilometres);
        if (longitude is not null)
        {
            StandardizedColumn latitudes = compiler.Column(attribute);
            StandardizedColumn longitudes = compiler.Column(longitude);
            return new RecordTest(latitudes, longitudes, compiler.Once((nameof(KilometresCondition), attribute), () => Degrees(latitudes)), compiler.Once((nameof(KilometresCondition), longitude), () => Degrees(longitudes)), furthest);
        }

        PartColumn column = compiler.Part(attribute, ValuePart.GeoPoint);
        return new PointTest(column, compiler.Once((nameof(GeoPosition), attribute), () => column.Texts.Select(static text => GeoPosition.Of(text)).ToArray()), furthest);
    }

    internal override DirectTest CompileDirect(DirectCompiler compiler)
    {
        double furthest = GeoPosition.SquaredChord(kilometres);
        return longitude is not null ? base.CompileDirect(compiler) : new MadeDirectTest<GeoPosition>(
            compiler.Part(attribute, ValuePart.GeoPoint),
            compiler.Made(nameof(GeoPosition), attribute, ValuePart.GeoPoint, static text => GeoPosition.Of(text.Span)),
            same: true,
            (one, other) => one.SquaredChord(other) <= furthest);
    }

    internal override bool Holds(RecordContent left, RecordContent right, DirectScope scope)
    {
        double furthest = GeoPosition.SquaredChord(kilometres);
        return longitude is null
            ? scope.AnyParts(left, right, attribute, ValuePart.GeoPoint, (one, other) => one == other || GeoPosition.Of(one).SquaredChord(GeoPosition.Of(other)) <= furthest)
            : Position(left).SquaredChord(Position(right)) <= furthest;

        GeoPosition Position(RecordContent content) => scope.Values(content, attribute).First is { } latitude && scope.Values(content, longitude).First is { } east
            ? GeoPosition.Of(Degrees(latitude), Degrees(east))
            : GeoPosition.None;
    }

    private static double[] Degrees(StandardizedColumn column) =>
        [.. column.Values.Select(Degrees)];

    private static double Degrees(string value) => NumberText.TryRead(value, out double degrees) ? degrees : double.NaN;

    private sealed class PointTest(PartColumn column, GeoPosition[] positionOf, double furthest) : BestPairTest(column)
    {
        protected override bool Near(int leftPart, int rightPart) => positionOf[leftPart].SquaredChord(positionOf[rightPart]) <= furthest;
    }

    private sealed class RecordTest(StandardizedColumn latitudes, StandardizedColumn longitudes, double[] latitudeOf, double[] longitudeOf, double furthest) : PairTest
    {
        public override bool Holds(int left, int right) => Position(left).SquaredChord(Position(right)) <= furthest;

        private GeoPosition Position(int record)
        {
            ReadOnlySpan<int> latitude = latitudes.Ids(record);
            ReadOnlySpan<int> longitude = longitudes.Ids(record);
            return latitude.IsEmpty || longitude.IsEmpty ? GeoPosition.None : GeoPosition.Of(latitudeOf[latitude[0]], longitudeOf[longitude[0]]);
        }
    }
}
