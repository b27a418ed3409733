"""What a noun phrase denotes: an armed group, an official, a building, a weapon, a country …"""
