package xingma.print;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import xingma.aws.Clients;
import xingma.aws.Settings;
import xingma.aws.dynamo.DynamoPlacards;
import xingma.aws.dynamo.DynamoRegister;
import xingma.aws.dynamo.DynamoRoster;
import xingma.aws.s3.Bucket;
import xingma.aws.s3.S3Bucket;
import xingma.placard.Placards;
import xingma.registry.Register;
import xingma.rulebook.Rulebook;
import xingma.territory.City;
import xingma.territory.Roster;

/** Builds the two functions' collaborators once per start. Plain constructors: what runs is what is written here. */
final class Wiring {
    private final Settings settings;
    private final DynamoDbClient dynamo = Clients.dynamo();
    private final S3Client s3 = Clients.s3();

    private Wiring(Settings settings) {
        this.settings = settings;
    }

    static Wiring fromEnvironment() {
        return new Wiring(Settings.fromEnvironment());
    }

    Register register() {
        return new DynamoRegister(dynamo, settings.registerTable());
    }

    Placards placards() {
        return DynamoPlacards.reading(dynamo, settings.registerTable());
    }

    /** The placards for whoever issues them: each shows the star that its institution has. */
    Placards issuing() {
        return new DynamoPlacards(dynamo, settings.registerTable(), settings.ratingTable());
    }

    Roster roster() {
        return new DynamoRoster(dynamo, settings.registerTable());
    }

    Bucket files() {
        return bucket(settings.filesBucket());
    }

    Bucket site() {
        return bucket(settings.siteBucket());
    }

    Bucket print() {
        return bucket(settings.printBucket());
    }

    Bureau bureau() {
        return new Bureau(settings.bureauName(), settings.hotlines(), settings.publicBaseUrl());
    }

    City city() {
        return Rulebook.standard().city(settings.cityCode());
    }

    private Bucket bucket(String name) {
        return new S3Bucket(s3, Clients::presigner, name);
    }
}
